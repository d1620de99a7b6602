import { problem, type Problem } from '../../src/problems/problem.js';
import { ledgerFields, type LedgerField } from '../../src/ledger/ledgerFields.js';
import { shortened } from '../../src/text/shortened.js';
import type { GridCell } from '../reading/grid.js';
import { masked } from './personal.js';

const longestQuoted = 24;

/** A line without a number of its own. */
export function numberMissing(place: string): Problem {
  return problem(
    'CASE_NUMBER_MISSING',
    `${place} 没有申请编号，暂以位置代替。请补填，否则跨年度无法逐件核对。`,
    { at: place },
  );
}

/** A cell of a column of days that holds none. */
export function dayUnread(
  code: 'DAY_IMPOSSIBLE' | 'DAY_UNCLEAR',
  field: LedgerField,
  cell: GridCell,
): Problem {
  const said = `“${ledgerFields[field]}”一列的“${shortened(masked(cell.text), longestQuoted)}”`;
  const message =
    code === 'DAY_IMPOSSIBLE'
      ? `${said}不是日历上有的日子。请改正。`
      : `${said}看不准是哪一天。请写全年月日。`;
  return problem(code, message, { at: cell.at });
}
