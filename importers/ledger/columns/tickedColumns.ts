import type { Form } from '../../../src/forms/form.js';
import type { Grid, GridCell } from '../../reading/grid.js';
import type { Binding } from './bindColumns.js';
import type { Head } from '../head.js';
import { isTotal } from '../totalRow.js';
import { isTick } from '../words/readOther.js';
import { readApplicant } from '../words/readApplicant.js';
import { outcomeReader } from '../words/readOutcome.js';

const sampled = 300;

/** Columns with a kind each, in which a tick says that a case is of it: √ under 公民 or under 企业. */
export function tickedColumns(
  grid: Grid,
  head: Head,
  {
    field,
    form,
    taken,
  }: { readonly field: 'applicant' | 'outcome'; readonly form: Form; readonly taken: ReadonlySet<number> },
): Binding | null {
  const read = field === 'applicant' ? readApplicant : outcomeReader(form);
  const rows = grid.rows
    .slice(head.lastIndex + 1, head.lastIndex + 1 + sampled)
    .filter((row) => !isTotal(row));
  const columns = head.columns.filter(({ column, parts }) => {
    if (taken.has(column) || read(parts.at(-1) ?? '').kind !== 'settled') return false;
    return rows.every(({ cells }) => {
      const cell = cells.find((each) => each.column === column);
      return cell === undefined || isTick(cell.text) || /^[0否×xX-]$/.test(cell.text.trim());
    });
  });
  const first = columns.find(({ column }) =>
    rows.some(({ cells }) => cells.some((cell) => cell.column === column && isTick(cell.text))),
  );
  return columns.length >= 2 && first ? { field, columns, isTicked: true } : null;
}

/** The words in the heads of the columns that are ticked. */
export function tickedWords({ columns }: Binding, cells: readonly GridCell[]): readonly string[] {
  const ticked = new Set(cells.filter(({ text }) => isTick(text)).map(({ column }) => column));
  return columns.filter(({ column }) => ticked.has(column)).map(({ parts }) => parts.at(-1) ?? '');
}
