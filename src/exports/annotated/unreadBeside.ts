import { findCell, type FormCell } from '../../cells.js';
import type { ProblemCode } from '../../problems/problem.js';
import type { AnnotatedReport } from './annotatedReport.js';

/** Problems that stand for all cells of a table that could not be read; others stand for those of a row. */
const ofWholeTables: readonly ProblemCode[] = ['TABLE_MISSING', 'ROW_TWICE', 'VALUE_UNREAD'];

/** The other cells that could not be read for the reason of a problem with the first of them. */
export function unreadBeside(
  { form, unread = [] }: AnnotatedReport,
  code: ProblemCode,
  target: FormCell,
): FormCell[] {
  if (!unread.includes(target.key)) return [];
  return unread
    .flatMap((key) => findCell(form, key) ?? [])
    .filter(
      ({ key, table, row }) =>
        key !== target.key && table === target.table && (ofWholeTables.includes(code) || row === target.row),
    );
}
