import { inTransaction } from '../../database/inTransaction.js';
import { sha256 } from '../../filing/sha256.js';
import type { ImportedFile, ImportOptions } from '../../filing/importing/deciding/importOptions.js';
import { answerOnce } from '../../filing/importing/runs/answerOnce.js';
import { importReports } from '../../filing/importing/importReports.js';
import type { FileOutcome, ImportOutcome } from '../../filing/importing/importOutcome.js';
import type { RunProgress } from '../../filing/importing/runs/runProgress.js';
import { Refusal } from '../../filing/refusal.js';
import { readUpload } from './readUpload.js';
import type { ReceivedFile } from './receiveFile.js';
import type { Services } from '../Services.js';
import type { Actor } from '../../filing/access/actor.js';
import type { Id } from '../../brands/brands.js';

/** The answer to an upload: the import run, and what became of each file. */
export interface ImportAnswer {
  /** Of the import run; null after a dry run. */
  readonly id: Id<'Run'> | null;
  readonly at: Date;
  readonly files: readonly (FileOutcome & {
    /** Where the kept original is; null when it was not kept. */
    readonly original: string | null;
  })[];
}

/** What is asked with an upload, and by whom. */
export interface ImportRequest {
  readonly actor: Actor;
  readonly files: readonly ReceivedFile[];
  readonly options: ImportOptions;
  readonly key: string | null;
  /** Aborted when whoever asked has hung up. */
  readonly signal?: AbortSignal;
  /** How long the client waits for a collection before it is told that the import goes on; null: until it ends. */
  readonly waitMilliseconds: number | null;
  /** Told how far a collection has come, first when it begins. */
  readonly onProgress?: (progress: RunProgress) => void;
  /** Told of work that may go on after the answer. */
  readonly onBackground: (work: Promise<unknown>) => void;
}

/** Reads the files of an upload and stores what can be stored, in one transaction. */
export async function importUpload(
  { database, pool, metrics }: Services,
  { actor, files: received, options, key, signal }: ImportRequest,
): Promise<ImportAnswer> {
  const files = await readUpload(pool, received, options, signal);
  const answer = await inTransaction(database, (manager) => {
    const importAll = async () => toAnswer(await importReports(manager, actor, files, options));
    return key === null
      ? importAll()
      : answerOnce(manager, actor.name, { key, requestHash: hashOf(files, options) }, importAll);
  });
  for (const { status } of answer.files) metrics.importedFiles.inc({ status });
  return answer;
}

function toAnswer({ run, at, files }: ImportOutcome): ImportAnswer {
  return {
    id: run,
    at,
    files: files.map((file, position) => ({
      ...file,
      original: run !== null && file.reports.length > 0 ? `/imports/${run}/${position}` : null,
    })),
  };
}

/** The `Idempotency-Key` of a request; null when it has none. */
export function keyOf(given: string | string[] | undefined): string | null {
  if (given === undefined) return null;
  if (typeof given === 'string' && given.trim() !== '' && given.length <= 200) return given;
  throw new Refusal('INVALID_REQUEST', 'Idempotency-Key 应为 1 至 200 个字符。');
}

/** The same files with the same options are the same request. */
export function hashOf(
  files: readonly Pick<ImportedFile, 'fileName' | 'sha256'>[],
  options: ImportOptions,
): string {
  const asked = ['POST /imports', options, ...files.map(({ fileName, sha256 }) => [fileName, sha256])];
  return sha256(JSON.stringify(asked));
}
