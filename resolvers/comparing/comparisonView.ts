import { cellName, rowName } from '../../src/checks/place.js';
import type { ComparedReports } from '../../src/filing/reports/compareReports.js';
import type { Comparison } from './types.js';

export function comparisonView({ rows, ...comparison }: ComparedReports): Comparison {
  return {
    ...comparison,
    rows: rows.map(({ key, cell, values, isComparable, reason }) => ({
      key,
      label: cellName(cell),
      row: rowName(cell).slice(1, -1),
      column: cell.column.label,
      unit: cell.column.unit,
      values,
      comparable: isComparable,
      reason,
    })),
  };
}
