import { createHash } from 'node:crypto';
import type { ImportedFile, ImportOptions } from '../filing/importOptions.js';
import { answerOnce } from '../filing/answerOnce.js';
import { importReports } from '../filing/importReports.js';
import type { FileOutcome, ImportOutcome } from '../filing/importOutcome.js';
import { Refusal } from '../filing/refusal.js';
import { parseImportForm } from './importForm.js';
import { readUpload } from './readUpload.js';
import type { Upload } from './receiveUpload.js';
import type { Services } from './Services.js';

/** The answer to an upload: the import run, and what became of each file. */
export interface ImportAnswer {
  /** Of the import run; null after a dry run. */
  readonly id: string | null;
  readonly at: Date;
  readonly files: readonly (FileOutcome & {
    /** Where the kept original is; null when it was not kept. */
    readonly original: string | null;
  })[];
}

/** Reads the files of an upload and stores what can be stored, in one transaction. */
export async function importUpload(
  { database, pool, metrics }: Services,
  actor: string,
  upload: Upload,
  idempotencyKey: string | string[] | undefined,
  signal?: AbortSignal,
): Promise<ImportAnswer> {
  const options = parseImportForm(upload.fields);
  const key = idempotencyKey === undefined ? null : checkKey(idempotencyKey);
  const files = await readUpload(pool, upload.files, options, signal);
  const answer = await database.transaction((manager) => {
    const importAll = async () => toAnswer(await importReports(manager, actor, files, options));
    return key === null
      ? importAll()
      : answerOnce(manager, actor, { key, requestHash: hashOf(files, options) }, importAll);
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

function checkKey(key: string | string[]): string {
  if (typeof key === 'string' && key.trim() !== '' && key.length <= 200) return key;
  throw new Refusal('INVALID_REQUEST', 'Idempotency-Key 应为 1 至 200 个字符。');
}

/** The same files with the same options are the same request. */
function hashOf(files: readonly ImportedFile[], options: ImportOptions): string {
  const asked = ['POST /imports', options, ...files.map(({ fileName, sha256 }) => [fileName, sha256])];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}
