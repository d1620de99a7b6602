import { element } from './element.js';
import type { ReportAnswer } from './importAnswer.js';
import type { Context } from './showNotice.js';
import { nameCells, shown, showTable } from './showTable.js';

/** The likeliest proposals are enough for a person to compare with the records. */
const most = 5;

/** Which cells may be wrong and what they should be, with where to find them in the file. */
export function showRepairs({ repairs, cells }: ReportAnswer, { names }: Context): HTMLElement | null {
  const [first] = repairs;
  if (!first) return null;
  const rows = repairs
    .slice(0, most)
    .flatMap(({ changes }, index) =>
      changes.map(({ cell, from, to }, position) => [
        position === 0 ? `改法${index + 1}` : '',
        cells[cell]?.at ?? '',
        ...nameCells(names?.cells.get(cell), cell),
        shown(from),
        shown(to),
      ]),
    );
  return element(
    'section',
    { class: 'group repairs' },
    element('h4', {}, `→ ${headingOf(repairs.length, first.unique)}`),
    showTable(['', '位置', '行', '列', '现在', '应为'], rows, 2),
    element('p', { class: 'hint' }, '这是按勾稽关系推算的，请对照原始记录核实后再改。'),
  );
}

function headingOf(count: number, unique: boolean): string {
  if (unique && count === 1) return '建议的改法（改动最少，只有这一种能使各项相符）';
  const listed = count > most ? `，列出最可能的 ${most} 种` : '';
  return `建议的改法 ${count} 种（改其中一种即可使各项相符，最可能的在前${listed}）`;
}
