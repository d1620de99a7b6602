import { limits } from '../../../importers/files/limits.js';
import type { FileDraft } from '../../../importers/draft/draft.js';
import type { ReaderPool } from '../../../importers/worker/readerPool.js';
import type { ImportedFile, ImportOptions } from '../../filing/importing/deciding/importOptions.js';
import { problem } from '../../problems/problem.js';
import type { ReceivedFile } from './receiveFile.js';
import { sizeInWords } from '../../words/uploadLimits.js';

/** Reads every file of an upload in the workers of the pool, in the order given. Never fails for a bad file. */
export function readUpload(
  pool: ReaderPool,
  files: readonly ReceivedFile[],
  options: ImportOptions,
  signal?: AbortSignal,
): Promise<ImportedFile[]> {
  return Promise.all(
    files.map(async ({ fileName, bytes, sha256, truncated }) => ({
      fileName,
      bytes,
      sha256,
      draft:
        truncated || bytes.byteLength > limits[options.layout].fileBytes
          ? tooLargeDraft(options.layout)
          : await pool.read(bytes, fileName, options, signal),
    })),
  );
}

export function tooLargeDraft(layout: ImportOptions['layout']): FileDraft {
  const most = sizeInWords(limits[layout].fileBytes);
  return {
    format: null,
    encoding: null,
    problems: [problem('TOO_LARGE', `文件超过 ${most}，没有读取。请只保留年报，另存为新文件后重新上传。`)],
    reports: [],
  };
}
