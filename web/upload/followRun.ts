import type { EndedRun, RunState } from './collectionAnswer.js';
import { Failure } from '../shared/Failure.js';
import { loadEndedRun, loadRunState } from './importRun.js';

export interface Following {
  onProgress(state: RunState): void;
  /** A question was not answered; the next one comes by itself. */
  onDropped(): void;
}

/** Between two looks at a run; longer each time nobody answers. */
const interval = 1_000;
const longestInterval = 10_000;

/** Looks at an import run until it has ended, however often the connection breaks meanwhile. */
export async function followRun(id: string, token: string, following: Following): Promise<EndedRun> {
  let dropped = 0;
  for (;;) {
    try {
      const state = await loadRunState(id, token);
      dropped = 0;
      following.onProgress(state);
      if (state.status !== 'RUNNING') return await loadEndedRun(id, token, state.fileCount);
    } catch (error) {
      if (!isPassing(error)) throw error;
      dropped += 1;
      following.onDropped();
    }
    await pause(Math.min(interval * 2 ** dropped, longestInterval));
  }
}

/** No connection, too many questions, a server that restarts. */
function isPassing(error: unknown): boolean {
  return error instanceof Failure && (error.status === 0 || error.status === 429 || error.status >= 500);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
