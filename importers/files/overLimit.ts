import type { Limits } from './limits.js';
import { RefusedFile } from './refusedFile.js';

export function tooManyCells(limits: Limits): RefusedFile {
  return new RefusedFile(
    'TOO_LARGE',
    `文件里有内容的单元格超过上限 ${limits.filledCells} 个。请只保留年报，另存为新文件后重新上传。`,
  );
}

export function tooMuchText(limits: Limits): RefusedFile {
  return new RefusedFile(
    'TOO_LARGE',
    `文件里的文字超过上限 ${limits.textCharacters} 个字。请只保留年报，另存为新文件后重新上传。`,
  );
}

export function tooManySheets(limits: Limits): RefusedFile {
  return new RefusedFile(
    'TOO_LARGE',
    `文件里的工作表超过上限 ${limits.sheets} 个。请只保留年报的工作表，另存为新文件后重新上传。`,
  );
}
