import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DroppedFile } from '../../exports/drop/changeFiles.js';

/** Writes a folder aside and gives it its name when it is whole: whoever looks sees all of it or nothing. */
export async function writeFolder(
  parent: string,
  name: string,
  files: readonly DroppedFile[],
): Promise<void> {
  const [part, old] = [join(parent, `.${name}.part`), join(parent, `.${name}.old`)];
  await rm(part, { recursive: true, force: true });
  await rm(old, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  for (const { name: file, content } of files) {
    const handle = await open(join(part, file), 'wx');
    try {
      await handle.writeFile(content);
      // Also when the power goes.
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
  const place = join(parent, name);
  await rename(place, old).catch(unlessMissing);
  await rename(part, place);
  await rm(old, { recursive: true, force: true });
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}
