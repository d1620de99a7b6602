import { inTransaction } from '../../database/inTransaction.js';
import type { CollectionPart } from '../../../importers/collection/collectionPart.js';
import { limits } from '../../../importers/files/limits.js';
import type { ReaderPool } from '../../../importers/worker/readerPool.js';
import type { Actor } from '../../filing/access/actor.js';
import { storableText } from '../../filing/storable.js';
import { answerOnce, replaceAnswer } from '../../filing/importing/runs/answerOnce.js';
import type { CollectionOutcome } from '../../filing/importing/collections/collectionOutcome.js';
import { beginRun, importCollection } from '../../filing/importing/collections/importCollection.js';
import type { BegunRun, CollectionFile } from '../../filing/importing/collections/collectionFile.js';
import type { ImportOptions } from '../../filing/importing/deciding/importOptions.js';
import { loadImportRun } from '../../filing/importing/imports.js';
import { endLostRuns, forgetFailed } from '../../filing/importing/runs/lostRuns.js';
import { noProgress, type RunProgress } from '../../filing/importing/runs/runProgress.js';
import { watchRun } from '../../filing/importing/runs/watchRun.js';
import { hashOf, type ImportRequest } from './importUpload.js';
import { tooLargeDraft } from './readUpload.js';
import type { ReceivedFile } from './receiveFile.js';
import type { Services } from '../Services.js';
import type { Id } from '../../brands/brands.js';

/** The answer to an upload of collections. While it is RUNNING, its files are not told yet. */
export interface CollectionAnswer {
  /** Of the import run; null after a dry run. */
  readonly id: Id<'Run'> | null;
  readonly at: Date;
  readonly status: CollectionOutcome['status'];
  readonly progress: RunProgress;
  /** False when there are more reports than an answer can hold: they are read over GraphQL. */
  readonly complete: boolean;
  readonly files: readonly (CollectionOutcome['files'][number] & { readonly original: string | null })[];
}

/**
 * Files collections while they are read. Answers when all is done, or after the time the client is ready to
 * wait with the run that goes on; a dry run, of which nothing is kept, is always waited for. Whoever wants to know how
 * far it has come is told.
 */
export async function importCollectionUpload(
  services: Services,
  { actor, files: received, options, key, signal, waitMilliseconds, onProgress, onBackground }: ImportRequest,
): Promise<CollectionAnswer> {
  const { database, pool, metrics, runningCollections } = services;
  const reading = new AbortController();
  const ending = signal ? AbortSignal.any([signal, reading.signal]) : reading.signal;
  const files = received.map((file) => openFile(pool, file, options, ending));
  const bytesTotal = files.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  let free: (() => void) | null = null;
  if (key !== null) await endLostRuns(database.manager);
  const beginning = inTransaction(database, async (manager) => {
    let fresh: BegunRun | null = null;
    // Whoever repeats a request is told of the first, however many are running.
    const begin = async (): Promise<CollectionAnswer> => {
      // A transaction that is begun again takes the place that it took before.
      free?.();
      free = runningCollections.take();
      fresh = await beginRun(manager, actor, options, bytesTotal);
      return runningAnswer(fresh);
    };
    const requestHash = hashOf(files, options);
    if (key !== null) await forgetFailed(manager, actor.name, storableText(key));
    const answer =
      key === null ? await begin() : await answerOnce(manager, actor.name, { key, requestHash }, begin);
    return { begun: fresh as BegunRun | null, answered: answer };
  });
  const { begun, answered } = await beginning.catch((error: unknown) => {
    free?.();
    throw error;
  });
  if (begun === null) return answerOfRun(services, actor, answered);

  onProgress?.({ ...noProgress, bytesTotal });
  const stopWatching = watchRun(database, begun.id, reading);
  const importing = importCollection(database, actor, {
    begun,
    files,
    options,
    settings: {
      signal: ending,
      onProgress: ({ run: _run, reports: _reports, ...progress }) => onProgress?.(progress),
    },
  });
  const work = importing.finally(stopWatching).then(async (outcome) => {
    for (const { status } of outcome.files) metrics.importedFiles.inc({ status });
    const answer = toAnswer(outcome);
    if (key !== null)
      await inTransaction(database, (manager) => replaceAnswer(manager, actor.name, key, answer));
    return answer;
  });
  onBackground(work.finally(() => free?.()));
  if (begun.id === null || waitMilliseconds === null) return work;
  return Promise.race([work, runningAfter(waitMilliseconds, work, begun)]);
}

function openFile(
  pool: ReaderPool,
  { fileName, bytes, sha256, truncated }: ReceivedFile,
  options: ImportOptions,
  signal: AbortSignal | undefined,
): CollectionFile {
  const isTooLarge = truncated || bytes.byteLength > limits.collection.fileBytes;
  const parts = isTooLarge ? tooLargeParts() : pool.collect(bytes, fileName, options, signal);
  return { fileName, bytes, sha256, parts };
}

async function* tooLargeParts(): AsyncGenerator<CollectionPart> {
  yield { kind: 'reports', ...tooLargeDraft('collection'), bytesRead: 0 };
}

function runningAfter(
  milliseconds: number,
  work: Promise<unknown>,
  begun: BegunRun,
): Promise<CollectionAnswer> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(runningAnswer(begun)), milliseconds);
    work.then(
      () => clearTimeout(timer),
      () => clearTimeout(timer),
    );
  });
}

function runningAnswer({ id, at, bytesTotal }: BegunRun): CollectionAnswer {
  const progress = { ...noProgress, bytesTotal };
  return { id, at, status: 'RUNNING', progress, complete: false, files: [] };
}

function toAnswer({ run, at, status, progress, complete, files }: CollectionOutcome): CollectionAnswer {
  return {
    id: run,
    at,
    status,
    progress,
    complete,
    files: files.map((file, position) => ({
      ...file,
      original: run !== null && file.reportCount > 0 ? `/imports/${run}/${position}` : null,
    })),
  };
}

/** A repeated request is given the first answer, or, while that is being worked on, how far it has come. */
async function answerOfRun(
  { database }: Services,
  actor: Actor,
  answered: CollectionAnswer,
): Promise<CollectionAnswer> {
  const found =
    answered.status === 'RUNNING' && answered.id !== null
      ? await loadImportRun(database.manager, actor, answered.id)
      : null;
  if (!found) return answered;
  const { bytesTotal, bytesRead, reportsRead, reportsStored, reportsUnchanged, reportsRejected } = found.run;
  const counts = { reportsRead, reportsStored, reportsUnchanged, reportsRejected };
  return { ...answered, status: found.run.status, progress: { bytesTotal, bytesRead, ...counts } };
}
