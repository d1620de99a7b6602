import type { CellKey } from '../../src/cells.js';
import type { Form } from '../../src/forms/form.js';
import { blanksAsZero } from '../../src/checks/sums/blanksAsZero.js';
import type { DraftCell } from '../draft/draft.js';

/** The filer says that what was left blank is zero; what the file lost stays blank. */
export function fillBlanks(
  form: Form,
  cells: ReadonlyMap<CellKey, DraftCell>,
  lost: ReadonlySet<CellKey>,
): Map<CellKey, DraftCell> {
  const zeros = blanksAsZero(form, (key) => {
    const cell = cells.get(key);
    if (cell === undefined) return undefined;
    if (cell.value === null) return lost.has(key) ? 'lost' : 'blank';
    return cell.value === '0' ? 'zero' : 'other';
  });
  return new Map([...cells].map(([key, cell]) => [key, zeros.has(key) ? { ...cell, value: '0' } : cell]));
}
