import { limits } from '../../../../importers/files/limits.js';
import { RefusedFile } from '../../../../importers/files/refusedFile.js';
import type { FileDraft } from '../../../../importers/draft/draft.js';
import { problem, type Problem } from '../../../problems/problem.js';
import { listWorkbook } from './listWorkbook.js';
import { marksOf } from './Mark.js';
import { markedText } from './markedText.js';
import { markedWorkbook } from './markedWorkbook.js';

interface WrittenFile {
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The file of an office with marks on what is wrong; a list of it, and why it is only that; or why there is none. */
export type MarkedLedger =
  WrittenFile | (WrittenFile & { readonly problem: Problem }) | { readonly problem: Problem };

/** The file as its office sent it, with marks: for the answer to whoever sent it, and for nobody else. */
export async function markedLedger(
  bytes: Buffer,
  fileName: string,
  {
    format,
    encoding,
    problems,
  }: Pick<FileDraft, 'format' | 'encoding'> & { readonly problems: readonly Problem[] },
): Promise<MarkedLedger> {
  const marks = marksOf(problems);
  if (marks.length === 0) return refused('没有要标注的地方。');
  if (bytes.length > limits.report.fileBytes) return refused('文件太大，没有标注。请按答复里的位置查看。');
  const name = (ending: string) => `${fileName.replace(/\.[^./\\]*$/, '')}（标注）.${ending}`;
  if ((format === 'csv' || format === 'txt') && encoding !== null)
    return { fileName: name(format), bytes: markedText(bytes, encoding, marks) };
  const isPackage =
    bytes.subarray(0, 2).toString('latin1') === 'PK' && (format === 'xlsx' || format === 'et');
  const marked = isPackage ? await orNull(markedWorkbook(bytes, marks, limits.report)) : null;
  if (marked) return { fileName: name(format ?? 'xlsx'), bytes: marked };
  // Written again by any library, an old workbook or a document would lose more than the marks are worth.
  return {
    fileName: `${fileName.replace(/\.[^./\\]*$/, '')}（核对结果）.xlsx`,
    bytes: listWorkbook(marks),
    ...refused(
      '这种格式的文件不能原样标注，另附一张清单，逐条写明位置和原因。要标在原处的，请另存为 .xlsx 后再试。',
    ),
  };
}

/** A package that is too large to be written again is none that is marked. */
async function orNull(marking: Promise<Buffer | null>): Promise<Buffer | null> {
  try {
    return await marking;
  } catch (error) {
    if (error instanceof RefusedFile) return null;
    throw error;
  }
}

function refused(message: string): { readonly problem: Problem } {
  return { problem: problem('MARKS_NOT_WRITTEN', message) };
}
