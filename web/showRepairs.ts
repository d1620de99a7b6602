import { element } from './element.js';
import type { ReportAnswer } from './importAnswer.js';
import type { Context } from './showNotice.js';
import { nameCells, shown, showTable } from './showTable.js';

/** The likeliest proposals are enough for a person to compare with the records. */
const most = 5;

/** Which cells may be wrong and what they should be, with where to find them in the file. */
export function showRepairs({ repairs, cells }: ReportAnswer, { names }: Context): HTMLElement | null {
  if (repairs.length === 0) return null;
  const some = repairs.slice(0, most);
  const list = some.map(({ changes, message }) =>
    element(
      'li',
      {},
      element('p', {}, message),
      showTable(
        ['位置', '行', '列', '现在', '应为'],
        changes.map(({ cell, from, to }) => [
          cells[cell]?.at ?? '',
          ...nameCells(names?.cells.get(cell), cell),
          shown(from),
          shown(to),
        ]),
        2,
      ),
    ),
  );
  const more = repairs.length > most ? `，这里列出最可能的 ${most} 种` : '';
  return element(
    'section',
    { class: 'group repairs' },
    element('h4', {}, `→ 建议的改法 ${repairs.length} 种（改动最少，改后各项相符${more}）`),
    element('ul', { class: 'notices' }, ...list),
  );
}
