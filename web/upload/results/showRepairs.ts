import { element } from '../../shared/element.js';
import type { RepairAnswer, ReportAnswer } from '../importAnswer.js';
import type { Context } from './showNotice.js';
import { nameCells, shown, showTable } from './showTable.js';

/** The likeliest proposals are enough for a person to compare with the records. */
const most = 5;

/** Which cells may be wrong and what they should be, with where to find them in the file and what that settles. */
export function showRepairs({ repairs, cells }: ReportAnswer, { names }: Context): HTMLElement | null {
  const [first] = repairs;
  if (!first) return null;
  // Blank cells are filled each for itself: all of them are worth knowing.
  const listed = isFill(first) ? repairs : repairs.slice(0, most);
  const rows = listed.flatMap((repair, index) =>
    repair.changes.map(({ cell, from, to }, position) => [
      position > 0 ? '' : isFill(repair) ? `空白${index + 1}` : `改法${index + 1}`,
      position > 0 ? '' : repair.settles.join('、'),
      cells[cell]?.at ?? '',
      ...nameCells(names?.cells.get(cell), cell),
      shown(from),
      shown(to),
    ]),
  );
  return element(
    'section',
    { class: 'group repairs' },
    element('h4', {}, `→ ${headingOf(first, repairs)}`),
    showTable(['', '可消除', '位置', '行', '列', '现在', '应为'], rows, 2),
    element('p', { class: 'hint' }, '这是按勾稽关系推算的，请对照原始记录核实后再改。'),
  );
}

function headingOf(first: RepairAnswer, repairs: readonly RepairAnswer[]): string {
  const count = repairs.length;
  if (isFill(first)) {
    const blanks = repairs.reduce((sum, { changes }) => sum + changes.length, 0);
    return `空白的 ${blanks} 格各只有一个数能使各项相符`;
  }
  if (first.unique) return '建议的改法（改动最少，只有这一种能使各项相符）';
  if (count === 1) return '建议的改法（改动最少）';
  const listed = count > most ? `，列出最可能的 ${most} 种` : '';
  return `建议的改法 ${count} 种（改其中一种即可使各项相符，最可能的在前${listed}）`;
}

function isFill({ changes }: RepairAnswer): boolean {
  return changes.every(({ from }) => from === null);
}
