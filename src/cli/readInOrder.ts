import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileDraft, ReadOptions } from '../../importers/draft/draft.js';
import { limits } from '../../importers/files/limits.js';
import type { ReaderPool } from '../../importers/worker/readerPool.js';
import { problem } from '../problems/problem.js';
import { readCollection } from './importing/readCollection.js';
import { sizeInWords } from '../words/uploadLimits.js';

export interface ReadFile {
  /** As given on the command line. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly draft: FileDraft;
}

/** How many files are read ahead of the one in hand: enough to keep the workers busy, few enough for memory. */
const aheadFiles = 48;
/** Collections are large: one after another. */
const aheadCollections = 1;

/** Reads files with the workers of the pool and gives them in the order of the paths, whatever is wrong with one. */
export async function* readInOrder(
  pool: ReaderPool,
  paths: readonly string[],
  options: ReadOptions,
): AsyncGenerator<ReadFile> {
  const reading: Promise<ReadFile>[] = [];
  const ahead = options.layout === 'collection' ? aheadCollections : aheadFiles;
  let next = 0;
  while (next < paths.length || reading.length > 0) {
    for (; reading.length < ahead && next < paths.length; next += 1) {
      const file = readOne(pool, paths[next] ?? '', options);
      // Seen when its turn comes; until then a rejection must not end the process.
      file.catch(() => undefined);
      reading.push(file);
    }
    const first = reading.shift();
    if (first) yield await first;
  }
}

async function readOne(pool: ReaderPool, path: string, options: ReadOptions): Promise<ReadFile> {
  const read = await readBytes(path, options);
  if ('draft' in read) return { path, bytes: new Uint8Array(), draft: read.draft };
  const { bytes } = read;
  const fileName = basename(path);
  const draft =
    options.layout === 'collection'
      ? await readCollection(pool, bytes, fileName, options)
      : await pool.read(bytes, fileName, options);
  return { path, bytes, draft };
}

/** The bytes of a file; a file that cannot be had or is too large has a problem instead. */
export async function readBytes(
  path: string,
  options: ReadOptions,
): Promise<{ bytes: Uint8Array } | { draft: FileDraft }> {
  try {
    const { size } = await stat(path).then((found) =>
      found.isDirectory() ? Promise.reject(new IsFolder()) : found,
    );
    const most = limits[options.layout ?? 'report'].fileBytes;
    if (size > most)
      return {
        draft: unread(
          'TOO_LARGE',
          `文件有 ${sizeInWords(size)}，超过上限 ${sizeInWords(most)}。请只保留年报，另存为新文件后重试。`,
        ),
      };
    return { bytes: await readFile(path) };
  } catch (error) {
    if (!isSystemError(error) && !(error instanceof IsFolder)) throw error;
    return { draft: unread('UNREADABLE', reasonOf(error)) };
  }
}

class IsFolder extends Error {}

function unread(code: 'TOO_LARGE' | 'UNREADABLE', message: string): FileDraft {
  return { format: null, encoding: null, problems: [problem(code, message)], reports: [] };
}

function reasonOf(error: IsFolder | NodeJS.ErrnoException): string {
  if (error instanceof IsFolder) return '这是文件夹，不是文件。请写明文件夹中的文件。';
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return '没有这个文件。请核对路径和文件名。';
    case 'EACCES':
    case 'EPERM':
      return '没有读取这个文件的权限。';
    default:
      return `文件读不出来（${error.code ?? error.message}）。`;
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
