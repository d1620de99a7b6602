import { problem, type Problem } from '../../src/problems/problem.js';
import type { GridRow } from '../reading/grid.js';
import type { ReportName } from './collectionPart.js';
import { placeIn, type TablePlace } from './tableRow.js';

const totals = new Set(['合计', '总计']);

/** Whether a row of a table is the sum of the others: it stands for no agency. */
export function isTotal({ agency, agencyCode }: Pick<ReportName, 'agency' | 'agencyCode'>): boolean {
  const named = agency?.replace(/\s/g, '') ?? '';
  return totals.has(named) && (agencyCode === null || agencyCode === agency);
}

/** Says that a row was passed over. */
export function totalRow(row: GridRow, place: TablePlace): Problem {
  return problem('TOTAL_ROW', `第${row.row + 1}行是合计，不是报告，没有读入。`, {
    at: placeIn(place, row.row, row.cells[0]?.column ?? 0),
  });
}
