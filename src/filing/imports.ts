import type { EntityManager } from 'typeorm';
import { ImportFile } from '../../entities/ImportFile.js';
import { ImportRun } from '../../entities/ImportRun.js';
import { Upload } from '../../entities/Upload.js';

export interface ImportRunWithFiles {
  readonly run: ImportRun;
  /** In the order of the upload. */
  readonly files: readonly ImportFile[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A process that stores nothing for so long has ended without a word. */
const stalledMilliseconds = 15 * 60 * 1000;

export async function loadImportRun(manager: EntityManager, id: string): Promise<ImportRunWithFiles | null> {
  if (!uuid.test(id)) return null;
  const run = await manager.findOneBy(ImportRun, { id });
  if (!run) return null;
  if (run.status === 'RUNNING' && Date.now() - run.changedAt.getTime() > stalledMilliseconds)
    run.status = 'FAILED';
  return { run, files: await manager.find(ImportFile, { where: { runId: id }, order: { position: 'ASC' } }) };
}

export interface KeptUpload {
  readonly run: ImportRun;
  readonly file: ImportFile;
  readonly bytes: Uint8Array;
}

/** An uploaded file exactly as it came; null when there is none or it could not be read and was not kept. */
export async function loadUpload(
  manager: EntityManager,
  runId: string,
  position: number,
): Promise<KeptUpload | null> {
  if (!uuid.test(runId) || !Number.isInteger(position)) return null;
  const run = await manager.findOneBy(ImportRun, { id: runId });
  const file = await manager.findOneBy(ImportFile, { runId, position });
  if (!run || !file || file.sha256 === null) return null;
  const upload = await manager.findOneBy(Upload, { sha256: file.sha256 });
  return upload ? { run, file, bytes: upload.bytes } : null;
}
