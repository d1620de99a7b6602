import { cellsOf, type CellKey } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import { totalsOf } from './totals.js';

/** What is known of a cell when blanks are to be zero. `lost`: blank, but not left blank by the filer. */
export type Filling = 'blank' | 'lost' | 'zero' | 'other';

/**
 * 空白即为零: the blank cells that become 0 when the filer says so. Detail cells do, and totals whose parts then
 * are all zero. A cell the file lost, and a total with parts, stay blank: they are not zero.
 */
export function blanksAsZero(form: Form, fillingOf: (key: CellKey) => Filling | undefined): Set<CellKey> {
  const totals = totalsOf(form);
  const zeros = new Set<CellKey>();
  const isZero = (key: CellKey) => zeros.has(key) || fillingOf(key) === 'zero';
  const fill = (key: CellKey) => {
    if (fillingOf(key) === 'blank') zeros.add(key);
  };
  for (const { key } of cellsOf(form)) if (!totals.has(key)) fill(key);
  // 总计 of （七）总计 adds up other totals: what one pass fills lets the next go on.
  for (let pass = 0; pass < 2; pass++)
    for (const [key, sums] of totals) if (sums.some((parts) => parts.every(isZero))) fill(key);
  return zeros;
}
