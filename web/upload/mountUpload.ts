import { BlankStep } from './BlankStep.js';
import { isCollection, type EndedRun, type RunStatus } from './collectionAnswer.js';
import { download } from '../shared/download.js';
import { element, fill, find } from '../shared/element.js';
import { Failure } from '../shared/Failure.js';
import type { FormNames } from './formNames.js';
import type { ImportAnswer } from './importAnswer.js';
import { loadEndedRun } from './importRun.js';
import type { Upload } from './sendUpload.js';
import { showCollection } from './results/showCollection.js';
import { showResults, type ResultActions } from './results/showResults.js';
import { showRun } from './results/showRun.js';
import { TokenStep } from './TokenStep.js';
import { UploadStep } from './UploadStep.js';
import { texts } from './texts.js';

const runHeadings: Readonly<Record<RunStatus, string>> = {
  RUNNING: texts.running,
  DONE: texts.ended,
  CANCELLED: texts.calledOff,
  FAILED: texts.failed,
};

/** Brings the elements of the upload page to life. With a session nobody is asked for a token. */
export function mountUpload(withSession: boolean, onAnswer: () => void): void {
  let forms: readonly FormNames[] = [];

  const tokenStep = new TokenStep(withSession, (loaded) => {
    forms = loaded;
    blankStep.offer(loaded);
    void uploadStep.resume();
  });
  const takeToken = () => tokenStep.take();
  const refuseToken = (message: string) => tokenStep.refuse(message);
  const blankStep = new BlankStep(takeToken, refuseToken);
  const uploadStep = new UploadStep({ takeToken, refuseToken, show, showRun: showEndedRun });

  function show(answer: ImportAnswer, upload: Upload): void {
    const dryRun = upload.options['dryRun'] === 'true';
    const actions: ResultActions = {
      dryRun,
      names: (id) => forms.find((form) => form.id === id) ?? null,
      downloadButton,
      save: () => void uploadStep.save(upload),
    };
    const body = isCollection(answer) ? showCollection(answer, actions) : showResults(answer, actions);
    showBody(dryRun ? texts.checked : texts.ended, body);
  }

  function showEndedRun(run: EndedRun): void {
    showBody(runHeadings[run.status], showRun(run, { downloadButton, more: (after) => moreOf(run, after) }));
  }

  function showBody(words: string, body: readonly HTMLElement[]): void {
    const heading = find('results-heading', HTMLElement);
    heading.textContent = words;
    fill(find('results-body', HTMLElement), ...body);
    find('results', HTMLElement).hidden = false;
    heading.focus();
    heading.scrollIntoView();
    onAnswer();
  }

  /** null when it could not be loaded. */
  async function moreOf({ id, files }: EndedRun, after: number): Promise<EndedRun | null> {
    try {
      return await loadEndedRun(id, takeToken(), files.length, after);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.status === 401) refuseToken(error.message);
      return null;
    }
  }

  function downloadButton(label: string, path: string, fallbackName: string): HTMLElement {
    const button = element('button', { type: 'button', class: 'small' }, label);
    const state = element('span', { role: 'status' });
    button.addEventListener('click', () => void run());
    return element('span', { class: 'download' }, button, state);

    async function run(): Promise<void> {
      try {
        state.textContent = texts.downloading;
        await download(path, takeToken(), fallbackName);
        state.textContent = texts.downloaded;
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        state.textContent = `✘ ${error.message}`;
        if (error.status === 401) refuseToken(error.message);
      }
    }
  }
}
