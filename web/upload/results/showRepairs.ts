import { element } from '../../shared/element.js';
import type { ReportAnswer } from '../importAnswer.js';
import { isFill, mostRepairs, repairsHeading } from './repairsHeading.js';
import type { Context } from './showNotice.js';
import { nameCells, shown, showTable } from './showTable.js';
import { texts } from './texts.js';

/** Which cells may be wrong and what they should be, with where to find them in the file and what that settles. */
export function showRepairs({ repairs, cells }: ReportAnswer, { names }: Context): HTMLElement | null {
  const [first] = repairs;
  if (!first) return null;
  // Blank cells are filled each for itself: all of them are worth knowing.
  const listed = isFill(first) ? repairs : repairs.slice(0, mostRepairs);
  const rows = listed.flatMap((repair, index) =>
    repair.changes.map(({ cell, from, to }, position) => [
      position > 0 ? '' : texts.proposal(isFill(repair), index + 1),
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
    element('h4', {}, `→ ${repairsHeading(repairs)}`),
    showTable(['', texts.settles, ...texts.cellColumns, texts.now, texts.shouldBe], rows, 2),
    element('p', { class: 'hint' }, texts.reckoned),
  );
}
