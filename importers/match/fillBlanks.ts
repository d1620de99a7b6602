import { cellsOf, type CellKey } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { totalsOf } from '../../src/checks/sums/totals.js';
import type { DraftCell } from '../draft/draft.js';

/**
 * The filer says that what was left blank is zero. Detail cells become 0, and totals whose parts then
 * are all zero. A cell the file lost, and a total with parts, stay blank: they are not zero.
 */
export function fillBlanks(
  form: Form,
  cells: ReadonlyMap<CellKey, DraftCell>,
  lost: ReadonlySet<CellKey>,
): Map<CellKey, DraftCell> {
  const filled = new Map(cells);
  const totals = totalsOf(form);
  const fill = (key: CellKey) => {
    const cell = filled.get(key);
    if (cell && cell.value === null && !lost.has(key)) filled.set(key, { ...cell, value: '0' });
  };
  for (const { key } of cellsOf(form)) if (!totals.has(key)) fill(key);
  // 总计 of （七）总计 adds up other totals: what one pass fills lets the next go on.
  for (let pass = 0; pass < 2; pass++)
    for (const [key, sums] of totals)
      if (sums.some((parts) => parts.every((part) => filled.get(part)?.value === '0'))) fill(key);
  return filled;
}
