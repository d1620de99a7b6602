import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileExtensions } from '../words/fileFormats.js';

/** Folders replaced by the files below them, in the order of their names. */
export async function expandFolders(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const below = (await isFolder(path)) ? await filesBelow(path) : [];
    // A folder without any is left for the reader to say so.
    files.push(...(below.length > 0 ? below : [path]));
  }
  return files;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return (
    entries
      .filter(({ name }) => fileExtensions.has(extname(name).toLowerCase()))
      // Excel and WPS leave these beside an open file.
      .filter((entry) => entry.isFile() && !/^(~\$|\.)/.test(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
  );
}

/** A path that does not exist is left for the reader to say so. */
function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
