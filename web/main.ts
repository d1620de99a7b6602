import { BlankStep } from './BlankStep.js';
import { download } from './download.js';
import { element, fill, find } from './element.js';
import { Failure } from './Failure.js';
import type { FormNames } from './formNames.js';
import type { ImportAnswer } from './importAnswer.js';
import type { Upload } from './sendUpload.js';
import { showResults } from './showResults.js';
import { TokenStep } from './TokenStep.js';
import { UploadStep } from './UploadStep.js';

let forms: readonly FormNames[] = [];

const tokenStep = new TokenStep((loaded) => {
  forms = loaded;
  blankStep.offer(loaded);
});
const takeToken = () => tokenStep.take();
const refuseToken = (message: string) => tokenStep.refuse(message);
const blankStep = new BlankStep(takeToken, refuseToken);
const uploadStep = new UploadStep({ takeToken, refuseToken, show });

function show(answer: ImportAnswer, upload: Upload): void {
  const dryRun = upload.options['dryRun'] === 'true';
  const heading = find('results-heading', HTMLElement);
  heading.textContent = dryRun ? '检查结果（没有保存）' : '上传结果';
  const body = showResults(answer, {
    dryRun,
    names: (id) => forms.find((form) => form.id === id) ?? null,
    downloadButton,
    save: () => void uploadStep.save(upload),
  });
  fill(find('results-body', HTMLElement), ...body);
  find('results', HTMLElement).hidden = false;
  heading.focus();
  heading.scrollIntoView();
}

function downloadButton(label: string, path: string, fallbackName: string): HTMLElement {
  const button = element('button', { type: 'button', class: 'small' }, label);
  const state = element('span', { role: 'status' });
  button.addEventListener('click', () => void run());
  return element('span', { class: 'download' }, button, state);

  async function run(): Promise<void> {
    try {
      state.textContent = '正在下载……';
      await download(path, takeToken(), fallbackName);
      state.textContent = '✓ 已下载';
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      state.textContent = `✘ ${error.message}`;
      if (error.status === 401) refuseToken(error.message);
    }
  }
}
