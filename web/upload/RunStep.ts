import type { EndedRun, RunState } from './collectionAnswer.js';
import { Failure } from '../shared/Failure.js';
import { followRun } from './followRun.js';
import { cancelRun, loadEndedRun } from './importRun.js';
import { forgetImport, keepImport } from './keptImport.js';
import type { ProgressLine } from './ProgressLine.js';
import { progressWords, shareRead } from './progressWords.js';
import { texts } from './texts.js';

/** Follows an import that goes on at the server, and calls it off when asked to. */
export class RunStep {
  private words = '';
  private cancelling: Promise<boolean> | null = null;
  private share: number | null = null;

  constructor(
    private readonly line: ProgressLine,
    private readonly onTrouble: (message: string | null) => void,
  ) {}

  /** Resolves when the import has ended. Loaded anew, the page goes on where it was. */
  async follow(id: string, token: string): Promise<EndedRun> {
    keepImport(id);
    this.cancelling = null;
    this.line.onCancel(() => this.startCancel(id, token));
    try {
      const run = await followRun(id, token, {
        onProgress: (state) => this.progress(state),
        onDropped: () => this.dropped(),
      });
      // What the run says of the file that was being read stands there once the cancel is answered.
      const isCancelled = await this.cancelling;
      forgetImport();
      return isCancelled ? await loadEndedRun(id, token, run.files.length) : run;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      // With the right token it can still be followed.
      if (error.status === 401) throw new Failure(texts.goesOn(error.message), 401);
      forgetImport();
      throw error;
    }
  }

  private progress(state: RunState): void {
    this.share = shareRead(state);
    this.words = progressWords(state);
    this.tell();
  }

  private dropped(): void {
    this.line.tell(texts.dropped(this.words), this.share);
  }

  private tell(): void {
    this.line.tell(this.cancelling ? texts.cancelling(this.words) : this.words, this.share);
  }

  private startCancel(id: string, token: string): void {
    this.onTrouble(null);
    this.cancelling = this.cancel(id, token);
    this.line.disableCancel();
    this.tell();
  }

  /** Whether it was called off. */
  private async cancel(id: string, token: string): Promise<boolean> {
    try {
      await cancelRun(id, token);
      return true;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.cancelling = null;
      this.line.onCancel(() => this.startCancel(id, token));
      this.onTrouble(texts.notCancelled(error.message));
      return false;
    }
  }
}
