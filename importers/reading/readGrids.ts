import { limits as defaultLimits, type Limits } from '../files/limits.js';
import { RefusedFile } from '../files/refusedFile.js';
import { unsupported } from '../files/sniff.js';
import type { FileGrids } from './fileGrids.js';
import { GivenFile } from './readers/GivenFile.js';
import { readers as everyReader } from './readers/index.js';
import type { Reader } from './readers/Reader.js';
import { sizeInWords } from '../../src/words/uploadLimits.js';

/** Reads the cells of a file. A file that cannot be read has no grids and a problem that says why. */
export async function readGrids(
  bytes: Uint8Array,
  fileName: string,
  limits: Limits = defaultLimits.report,
  readers: readonly Reader[] = everyReader,
): Promise<FileGrids> {
  const file = new GivenFile(bytes, fileName, limits);
  try {
    if (bytes.length > limits.fileBytes) throw tooManyBytes(bytes, limits);
    return await readByFirst(readers, file);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { format: null, encoding: file.encoding, grids: [], problems: [error.problem] };
  }
}

async function readByFirst(readers: readonly Reader[], file: GivenFile): Promise<FileGrids> {
  for (const reader of readers) {
    const read = await reader.read(file);
    if (read) return read;
  }
  throw unsupported('读不懂的文件');
}

function tooManyBytes(bytes: Uint8Array, limits: Limits): RefusedFile {
  return new RefusedFile(
    'TOO_LARGE',
    `文件有 ${sizeInWords(bytes.length)}，超过上限 ${sizeInWords(limits.fileBytes)}。请只保留年报，删去图片，另存为新文件后重新上传。`,
  );
}
