import type { Form } from '../../../src/forms/form.js';
import { ledgerFields } from '../../../src/ledger/ledgerFields.js';
import type { Grid } from '../../reading/grid.js';
import { bindColumns, type Bindings } from './bindColumns.js';
import type { Head } from '../head.js';
import { refusedColumns } from './refusedColumns.js';
import { tickedColumns } from './tickedColumns.js';
import type { ConfirmedWords } from '../words/confirmedWords.js';

/** Binds by labels, looks whether the columns hold what they promise, and binds again without those that do not. */
export function boundColumnsOf(grid: Grid, head: Head, confirmed: ConfirmedWords, form: Form): Bindings {
  const first = bindColumns(head, confirmed.columns, new Set());
  const refused = refusedColumns(grid, head, { bindings: first.bindings, form, confirmed });
  return withTicks(
    grid,
    head,
    form,
    refused.size === 0 ? first : bindColumns(head, confirmed.columns, refused),
  );
}

/** Who asked and how it ended may be ticks under their words. */
function withTicks(grid: Grid, head: Head, form: Form, bound: Bindings): Bindings {
  let { bindings, missing, problems } = bound;
  for (const field of ['applicant', 'outcome'] as const) {
    if (!missing.includes(field)) continue;
    const taken = new Set(bindings.flatMap(({ columns }) => columns.map(({ column }) => column)));
    const ticked = tickedColumns(grid, head, { field, form, taken });
    if (!ticked) continue;
    bindings = [...bindings, ticked];
    missing = missing.filter((each) => each !== field);
    problems = problems.filter(
      ({ code, message }) => code !== 'COLUMN_MISSING' || !message.includes(`“${ledgerFields[field]}”一列`),
    );
  }
  return { bindings, missing, problems };
}
