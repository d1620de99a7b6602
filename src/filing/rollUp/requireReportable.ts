import { cellsOf, formatValue, parseValue } from '../../cells.js';
import { cellName } from '../../checks/place.js';
import { Refusal } from '../refusal.js';
import type { FormSum } from './sumReports.js';

/** A sum has no largest value, a report has: OUT_OF_RANGE, since one of those added up must be wrong. */
export function requireReportable({ form, values }: FormSum): void {
  for (const cell of cellsOf(form)) {
    const value = values[cell.position] ?? null;
    if (value === null) continue;
    const shown = formatValue(cell.column, value);
    if ('refused' in parseValue(cell.column, shown))
      throw new Refusal(
        'OUT_OF_RANGE',
        `${cellName(cell)}：各机关之和为 ${shown}，大得不可能。请核对各机关所报的数，改正后再汇总。`,
        ['agency'],
      );
  }
}
