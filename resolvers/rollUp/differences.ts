import type { StoredChange } from '../../entities/reports/StoredChange.js';
import type { CellDifference } from '../importing/types.js';

/** Changed cells as they are shown. */
export function differences(changes: readonly StoredChange[]): CellDifference[] {
  return changes.map(({ key, before, after }) => ({ cell: key, before, after }));
}
