import type { EntityManager } from 'typeorm';
import type { Actor } from '../../filing/access/actor.js';
import { loadImportRun, loadUpload, type KeptUpload } from '../../filing/importing/imports.js';
import { Refusal } from '../../filing/refusal.js';

/** A kept upload by its place in the import run, its file name or its SHA-256. */
export async function findUpload(
  manager: EntityManager,
  actor: Actor,
  { id, file }: { id: string; file: string },
): Promise<KeptUpload> {
  const position = /^\d{1,6}$/.test(file) ? Number(file) : await positionOf(manager, actor, id, file);
  const upload = position === null ? null : await loadUpload(manager, actor, id, position);
  if (!upload)
    throw new Refusal(
      'NOT_FOUND',
      '没有留存这个文件。打不开的文件和试读的文件不留存；请核对导入的编号和文件的次序（从 0 起）。',
    );
  return upload;
}

async function positionOf(
  manager: EntityManager,
  actor: Actor,
  id: string,
  name: string,
): Promise<number | null> {
  const found = await loadImportRun(manager, actor, id);
  const file =
    found?.files.find(({ fileName }) => fileName === name) ??
    found?.files.find(({ sha256 }) => sha256 === name);
  return file?.position ?? null;
}
