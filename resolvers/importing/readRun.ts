import { loadImportRun } from '../../src/filing/importing/imports.js';
import { reading, type Context } from '../edge/Context.js';
import type { ImportRun } from './types.js';

/** An import with its files; null when there is none of which the actor may know. */
export async function readRun(context: Context, id: string): Promise<ImportRun | null> {
  const { manager, actor } = reading(context, 'Query.importRun');
  const found = await loadImportRun(manager, actor, id);
  return found && { ...found.run, files: found.files };
}
