import { ChosenFiles } from './chosenFiles.js';
import { find } from './element.js';
import { Failure } from './Failure.js';
import type { ImportAnswer } from './importAnswer.js';
import { sendUpload, type Upload } from './sendUpload.js';
import { uploadOptions } from './uploadOptions.js';

/** What step 2 needs of the page around it. */
export interface UploadActions {
  takeToken(): string;
  refuseToken(message: string): void;
  show(answer: ImportAnswer, upload: Upload): void;
}

/** Step 2: choosing files and options, sending them, telling how it goes. */
export class UploadStep {
  private readonly form = find('upload-form', HTMLFormElement);
  private readonly input = find('files', HTMLInputElement);
  private readonly send = find('send', HTMLButtonElement);
  private readonly cancel = find('cancel', HTMLButtonElement);
  private readonly progress = find('progress', HTMLProgressElement);
  private readonly state = find('upload-state', HTMLElement);
  private readonly failure = find('upload-failure', HTMLElement);
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
    this.takeDrops(find('drop', HTMLElement));
    this.nameSend();
  }

  private async submit(): Promise<void> {
    await this.attempt(async () => ({
      files: await this.chosen.take(),
      options: uploadOptions(this.form),
    }));
  }

  /** Sends the same files with the same options once more, to be stored. */
  async save({ files, options }: Upload): Promise<void> {
    await this.attempt(async () => ({ files, options: { ...options, dryRun: 'false' } }));
  }

  private async attempt(prepare: () => Promise<Upload>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.fail(null);
    try {
      const token = this.actions.takeToken();
      const upload = await prepare();
      const answer = await this.transfer(upload, token);
      this.chosen.markSent();
      this.actions.show(answer, upload);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.fail(error.message);
      if (error.status === 401) this.actions.refuseToken(error.message);
    } finally {
      this.busy = false;
      this.showBusy(false);
    }
  }

  private async transfer(upload: Upload, token: string): Promise<ImportAnswer> {
    const dryRun = upload.options['dryRun'] === 'true';
    this.showBusy(true);
    const sending = sendUpload(upload, token, (share) => {
      this.progress.value = share * 100;
      this.state.textContent =
        share < 1
          ? `正在上传 ${Math.floor(share * 100)}%`
          : `已上传，正在${dryRun ? '读取和核对' : '读取、核对和保存'} ${upload.files.length} 个文件……`;
      // From here on nobody knows how long it takes.
      if (share >= 1) this.progress.removeAttribute('value');
    });
    this.cancel.onclick = () => sending.cancel();
    try {
      return await sending.answer;
    } catch (error) {
      if (error instanceof Failure && error.status === 0 && !dryRun)
        throw new Failure(
          `${error.message}不知道是否已经保存；再传一次不会重复，已保存的会显示“没有变化”。`,
          0,
        );
      throw error;
    }
  }

  private showBusy(busy: boolean): void {
    this.send.disabled = busy;
    this.cancel.hidden = !busy;
    this.progress.hidden = !busy;
    this.progress.value = 0;
    this.form.setAttribute('aria-busy', String(busy));
    if (!busy) this.state.textContent = '';
  }

  private nameSend(): void {
    const saves = uploadPurpose(this.form) === 'save';
    this.send.textContent = saves ? '检查并保存' : '开始检查（不保存）';
  }

  private fail(message: string | null): void {
    this.failure.hidden = message === null;
    this.failure.textContent = message === null ? '' : `✘ ${message}`;
  }

  private takeDrops(zone: HTMLElement): void {
    // A file dropped beside the zone must not replace the page.
    for (const name of ['dragover', 'drop'] as const)
      document.addEventListener(name, (event) => event.preventDefault());
    document.addEventListener('dragover', () => zone.classList.add('over'));
    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) zone.classList.remove('over');
    });
    document.addEventListener('drop', (event) => {
      zone.classList.remove('over');
      this.chosen.add([...(event.dataTransfer?.files ?? [])]);
    });
  }
}

function uploadPurpose(form: HTMLFormElement): string {
  return String(new FormData(form).get('purpose'));
}
