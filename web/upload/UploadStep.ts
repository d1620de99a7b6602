import { ChosenFiles } from './chosenFiles.js';
import { isCollection, type EndedRun } from './collectionAnswer.js';
import { find } from '../shared/element.js';
import { Failure } from '../shared/Failure.js';
import type { ImportAnswer } from './importAnswer.js';
import { keptImport } from './keptImport.js';
import { ProgressLine } from './ProgressLine.js';
import { progressWords, shareRead } from './progressWords.js';
import { RunStep } from './RunStep.js';
import { sendUpload, type Upload } from './sendUpload.js';
import { takeDrops } from './takeDrops.js';
import { uploadOptions } from './uploadOptions.js';
import { texts } from './texts.js';

/** What step 2 needs of the page around it. */
export interface UploadActions {
  takeToken(): string;
  refuseToken(message: string): void;
  show(answer: ImportAnswer, upload: Upload): void;
  showRun(run: EndedRun): void;
}

/** Step 2: choosing files and options, sending them, telling how it goes. */
export class UploadStep {
  private readonly form = find('upload-form', HTMLFormElement);
  private readonly input = find('files', HTMLInputElement);
  private readonly send = find('send', HTMLButtonElement);
  private readonly failure = find('upload-failure', HTMLElement);
  private readonly line = new ProgressLine();
  private readonly runStep = new RunStep(this.line, (message) => this.fail(message));
  private readonly chosen = new ChosenFiles(find('chosen', HTMLElement), () => this.fail(null));
  private busy = false;

  constructor(private readonly actions: UploadActions) {
    this.input.addEventListener('change', () => {
      this.chosen.add([...(this.input.files ?? [])]);
      // Choosing the same file once more, after it was corrected, must be a change again.
      this.input.value = '';
    });
    this.form.addEventListener('change', () => this.nameSend());
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submit();
    });
    takeDrops(find('drop', HTMLElement), (files) => this.chosen.add(files));
    this.nameSend();
  }

  private async submit(): Promise<void> {
    await this.attempt(async (token) => {
      const files = await this.chosen.take();
      await this.upload({ files, options: uploadOptions(this.form) }, token);
    });
  }

  /** Sends the same files with the same options once more, to be stored. */
  async save({ files, options }: Upload): Promise<void> {
    await this.attempt((token) => this.upload({ files, options: { ...options, dryRun: 'false' } }, token));
  }

  /** Goes on following the import that this tab was following. */
  async resume(): Promise<void> {
    const id = keptImport();
    if (id === null) return;
    await this.attempt((token) => this.follow(id, token));
  }

  private async attempt(work: (token: string) => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.fail(null);
    try {
      await work(this.actions.takeToken());
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.fail(error.message);
      if (error.status === 401) this.actions.refuseToken(error.message);
    } finally {
      this.busy = false;
      this.showBusy(false);
    }
  }

  private async upload(upload: Upload, token: string): Promise<void> {
    const answer = await this.transfer(upload, token);
    this.chosen.markSent();
    if (isCollection(answer) && answer.id !== null && !answer.complete) await this.follow(answer.id, token);
    else this.actions.show(answer, upload);
  }

  private async follow(id: string, token: string): Promise<void> {
    this.showBusy(true);
    this.line.tell(texts.reading, null);
    this.actions.showRun(await this.runStep.follow(id, token));
  }

  private async transfer(upload: Upload, token: string): Promise<ImportAnswer> {
    const dryRun = upload.options['dryRun'] === 'true';
    this.showBusy(true);
    const sending = sendUpload(upload, token, {
      onSent: (share) => {
        if (share < 1) return this.line.tell(texts.sending(Math.floor(share * 100)), share);
        // From here on nobody knows how long it takes.
        const doing = dryRun ? texts.doingCheck : texts.doingSave;
        this.line.tell(texts.sent(doing, upload.files.length), null);
      },
      onRead: (progress) => this.line.tell(progressWords(progress, dryRun), shareRead(progress)),
    });
    this.line.onCancel(() => sending.cancel());
    try {
      return await sending.answer;
    } catch (error) {
      if (error instanceof Failure && error.status === 0 && !dryRun)
        throw new Failure(texts.perhapsSaved(error.message), 0);
      throw error;
    }
  }

  private showBusy(busy: boolean): void {
    this.send.disabled = busy;
    this.line.show(busy);
    this.form.setAttribute('aria-busy', String(busy));
  }

  private nameSend(): void {
    const saves = new FormData(this.form).get('purpose') === 'save';
    this.send.textContent = saves ? texts.save : texts.start;
  }

  private fail(message: string | null): void {
    this.failure.hidden = message === null;
    this.failure.textContent = message === null ? '' : `✘ ${message}`;
  }
}
