import type { CellKey } from '../cells.js';

/** A set of changes after which sums hold again. Values are canonical decimal strings; null is blank. */
export interface Repair {
  readonly changes: readonly { readonly cell: CellKey; readonly from: string | null; readonly to: string }[];
  /** No other set of this size makes every sum hold. */
  readonly unique: boolean;
  /** The rules whose findings it settles. */
  readonly settles: readonly string[];
  readonly message: string;
}

/** The name of a repair: what it changes to what. Stable while the report does not change. */
export function repairKey({ changes }: Pick<Repair, 'changes'>): string {
  return changes.map(({ cell, to }) => `${cell}=${to}`).join(' ');
}
