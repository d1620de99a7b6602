import { isCellKey, type CellKey } from '../../cells.js';
import { Refusal } from '../../filing/refusal.js';

/** The cells by their names, with commas between. CELL_UNKNOWN: what is not written as a name of a cell. */
export function parseKeys(given: string): CellKey[] {
  return given.split(',').map((text) => {
    const key = text.trim();
    if (isCellKey(key)) return key;
    throw new Refusal('CELL_UNKNOWN', `没有名为“${key}”的格。全部格名见 forms 的 cells。`, ['keys']);
  });
}
