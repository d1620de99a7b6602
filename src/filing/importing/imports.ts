import type { EntityManager } from 'typeorm';
import { ImportFile } from '../../../entities/importing/ImportFile.js';
import { ImportRun } from '../../../entities/importing/ImportRun.js';
import { Upload } from '../../../entities/importing/Upload.js';
import type { Actor } from '../access/actor.js';
import { isLost } from './runs/lostRuns.js';
import { mayKnowRun } from './runs/mayKnowRun.js';
import { isUuid } from '../isUuid.js';

export interface ImportRunWithFiles {
  readonly run: ImportRun;
  /** In the order of the upload. */
  readonly files: readonly ImportFile[];
}

/** An import run with its files; null when there is none of which the actor may know. */
export async function loadImportRun(
  manager: EntityManager,
  actor: Pick<Actor, 'name' | 'scope'>,
  id: string,
): Promise<ImportRunWithFiles | null> {
  const run = await loadRun(manager, actor, id);
  if (!run) return null;
  return {
    run,
    files: await manager.find(ImportFile, { where: { runId: run.id }, order: { position: 'ASC' } }),
  };
}

export interface KeptUpload {
  readonly run: ImportRun;
  readonly file: ImportFile;
  readonly bytes: Uint8Array;
}

/** An import run without its files; null when there is none of which the actor may know. One on which nobody works any more is FAILED. */
export async function loadRun(
  manager: EntityManager,
  actor: Pick<Actor, 'name' | 'scope'>,
  id: string,
): Promise<ImportRun | null> {
  if (!isUuid<'Run'>(id)) return null;
  const run = await manager.findOneBy(ImportRun, { id });
  if (!run || !(await mayKnowRun(manager, actor, run))) return null;
  if (run.status === 'RUNNING' && (await isLost(manager, run.id))) run.status = 'FAILED';
  return run;
}

/**
 * An uploaded file exactly as it came; null when there is none of which the actor may know, or when it could
 * not be read and was not kept.
 */
export async function loadUpload(
  manager: EntityManager,
  actor: Pick<Actor, 'name' | 'scope'>,
  runId: string,
  position: number,
): Promise<KeptUpload | null> {
  const run = Number.isInteger(position) ? await loadRun(manager, actor, runId) : null;
  const file = run && (await manager.findOneBy(ImportFile, { runId: run.id, position }));
  if (!run || !file || file.sha256 === null) return null;
  const upload = await manager.findOneBy(Upload, { sha256: file.sha256 });
  return upload ? { run, file, bytes: upload.bytes } : null;
}
