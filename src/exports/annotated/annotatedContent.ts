import type exceljs from 'exceljs';
import type { DraftCell } from '../../../importers/draft/draft.js';
import { isBlankMark, readNumber } from '../../../importers/draft/readNumber.js';
import { unreadMark } from '../../../importers/files/unreadMark.js';
import type { FormCell } from '../../cells.js';
import type { Problem } from '../../problems/problem.js';
import { xmlText } from '../../text/xmlText.js';
import type { AnnotatedReport } from './annotatedReport.js';

/** More of a wrongly filled cell helps nobody. */
const longestText = 500;
const cellErrors = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const;

/** What is written into a cell instead of its value; null where its value, or nothing, belongs. */
export function contentOf(
  { unread = [], problems }: AnnotatedReport,
  target: FormCell,
  cell: DraftCell,
): exceljs.CellValue {
  // Left blank, it would be taken for a cell without a number when the workbook is uploaded as it is.
  return unread.includes(target.key) ? unreadMark : unreadContent(target, cell, problems);
}

/**
 * What the uploaded file holds in a cell that has no value, so that the filer sees what he wrote. null
 * when there is nothing to show, or when it would be read as a number here and was none there: 5.123 under
 * a heading in 元 is not 5.123 万元.
 */
function unreadContent(
  target: FormCell,
  { value, raw }: DraftCell,
  problems: readonly Problem[],
): exceljs.CellValue {
  const text = raw === null || value !== null ? '' : plainText(raw);
  if (text === '') return null;
  const error = cellErrors.find((known) => known === text);
  if (error && problems.some(({ code, cell }) => code === 'CELL_ERROR' && cell === target.key))
    return { error };
  const again = readNumber(
    { column: 0, lastColumn: 0, at: '', text, number: null },
    target,
    target.column.unit === '万元' ? target.column.unit : null,
  );
  return again.value === null && (again.problems.length > 0 || isBlankMark(text)) ? text : null;
}

/** Cut to length, without what XML cannot hold and without half a character at the end. */
function plainText(text: string): string {
  return xmlText(text.slice(0, longestText)).replaceAll('\u007f', '').trim();
}
