import type { DataSource } from 'typeorm';
import { ImportRun } from '../../../../entities/importing/ImportRun.js';
import { beat, beatMilliseconds } from './lostRuns.js';
import { RunCancelled } from './RunCancelled.js';
import type { Id } from '../../../brands/brands.js';

/** A cancel is noticed within so long, also while the reader is busy with one part. */
const everyMilliseconds = 250;

/**
 * Says that somebody works on the run, and looks from time to time whether somebody has called it off, in this process
 * or another, and then calls off its reading. Gives what ends the watching; there is nothing to watch of a dry run.
 */
export function watchRun(database: DataSource, id: Id<'Run'> | null, reading: AbortController): () => void {
  if (id === null) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;
  let beatAt = performance.now();
  const look = async (): Promise<void> => {
    if (performance.now() - beatAt >= beatMilliseconds) {
      await beat(database.manager, id);
      beatAt = performance.now();
    }
    const run = await database.manager.findOne(ImportRun, {
      where: { id },
      select: { id: true, status: true },
    });
    if (run?.status !== 'RUNNING') reading.abort(new RunCancelled());
  };
  const lookLater = (): void => {
    timer = setTimeout(() => {
      // Where the database is gone the import itself fails, and tells it.
      look()
        .catch(() => undefined)
        .finally(() => isOver || reading.signal.aborted || lookLater());
    }, everyMilliseconds);
  };
  lookLater();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
