import { inTransaction } from '../../../database/inTransaction.js';
import type { DataSource, EntityManager } from 'typeorm';
import { ImportRun } from '../../../../entities/importing/ImportRun.js';
import type { Actor } from '../../access/actor.js';
import { appendAudit } from '../../audit/appendAudit.js';
import { aboutRun, auditIdleRun } from '../runs/auditRun.js';
import type { BegunRun, CollectionFiles, CollectionSettings } from './collectionFile.js';
import type { CollectionOutcome } from './collectionOutcome.js';
import { RunCancelled } from '../runs/RunCancelled.js';
import { CollectionRun } from './CollectionRun.js';
import type { ImportOptions } from '../deciding/importOptions.js';
import { insertRows } from '../../insertRows.js';
import { newRun } from '../runs/keepRun.js';
import { noProgress } from '../runs/runProgress.js';
import { beat } from '../runs/lostRuns.js';
import { endRun } from '../runs/runState.js';

/** Keeps an import run before anything is read, so that its progress can be looked at. */
export async function beginRun(
  manager: EntityManager,
  actor: Actor,
  options: ImportOptions,
  bytesTotal: number,
): Promise<BegunRun> {
  const run = newRun(actor, new Date(), options, { ...noProgress, bytesTotal });
  if (!options.dryRun) {
    await insertRows(manager, ImportRun, [run]);
    await beat(manager, run.id);
  }
  return { id: options.dryRun ? null : run.id, at: run.at, bytesTotal };
}

/**
 * Files collections some reports at a time, each batch in a transaction of its own: memory stays bounded,
 * progress is seen while it runs, and what was stored before a cancel or a fault stays stored. Unlike the
 * other functions here it is therefore given the data source.
 */
export async function importCollection(
  database: DataSource,
  actor: Actor,
  {
    begun,
    files,
    options,
    settings: { signal, onProgress } = {},
  }: {
    readonly begun: BegunRun;
    readonly files: CollectionFiles;
    readonly options: ImportOptions;
    readonly settings?: CollectionSettings;
  },
): Promise<CollectionOutcome> {
  const run = new CollectionRun(database, actor, begun, { options, onProgress });
  const { id } = begun;
  const end = (status: 'DONE' | 'CANCELLED' | 'FAILED') =>
    inTransaction(database, async (manager) => {
      const cancelledBy = status === 'CANCELLED' ? actor.name : null;
      if (id === null || !(await endRun(manager, id, status, cancelledBy))) return;
      const at = new Date();
      if (status === 'CANCELLED') await appendAudit(manager, actor, at, [aboutRun('IMPORT_CANCELLED', id)]);
      if (status === 'DONE' && run.isIdle) {
        await auditIdleRun(manager, actor, { at, run: id, files: run.outcome(status).files });
      }
    });
  try {
    if (options.errorPolicy === 'REJECT_ALL') await run.importTogether(files, signal);
    else for await (const file of files) await run.importFile(file, signal);
  } catch (error) {
    if (!(error instanceof RunCancelled) && signal?.aborted !== true) {
      await end('FAILED');
      throw error;
    }
    await end('CANCELLED');
    await run.markCancelled();
    return run.outcome('CANCELLED');
  }
  await end('DONE');
  return run.outcome('DONE');
}
