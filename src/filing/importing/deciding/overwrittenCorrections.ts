import { findCell, valueAt } from '../../../cells.js';
import { cellName } from '../../../checks/place.js';
import { problem, type Problem } from '../../../problems/problem.js';
import { shownValue } from '../../reports/compareCells.js';
import type { CurrentReport } from '../../reports/currentReports.js';
import type { IncomingReport } from './incomingReport.js';

/** The corrections that a new file would undo, each with both values. */
export function overwrittenCorrections(incoming: IncomingReport, current: CurrentReport): Problem[] {
  return current.correctedCells.flatMap((key) => {
    const cell = findCell(current.form, key);
    if (!cell) return [];
    const corrected = shownValue(current, key);
    if (valueAt(incoming.form, incoming.values, key) === valueAt(current.form, current.values, key))
      return [];
    const written = findCell(incoming.form, key)
      ? `新文件里是 ${shownValue(incoming, key) ?? '空白'}`
      : '新文件的统一格式没有这一格';
    return [
      problem(
        'OVERWRITES_CORRECTION',
        `${cellName(cell)}：已更正为 ${corrected ?? '空白'}，${written}。请核对后在文件中改用更正后的数字，或选择“覆盖更正”重新上传。`,
        { cell: key, at: incoming.draft.cells[key]?.at },
      ),
    ];
  });
}
