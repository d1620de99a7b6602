import type { LedgerCase } from '../../ledger/LedgerCase.js';
import { saysTheSame } from './storedCases.js';

/** Which cases came, went and changed, by their numbers. */
export interface CaseChanges {
  readonly came: readonly string[];
  readonly went: readonly string[];
  readonly changed: readonly string[];
}

export const noChanges: CaseChanges = { came: [], went: [], changed: [] };

/** What a ledger changes in the cases that stand. */
export function changesBetween(before: readonly LedgerCase[], after: readonly LedgerCase[]): CaseChanges {
  const old = new Map(before.map((one) => [one.number, one]));
  const numbers = new Set(after.map(({ number }) => number));
  return {
    came: after.filter(({ number }) => !old.has(number)).map(({ number }) => number),
    went: before.filter(({ number }) => !numbers.has(number)).map(({ number }) => number),
    changed: after
      .filter((one) => {
        const known = old.get(one.number);
        return known !== undefined && !saysTheSame(known, one);
      })
      .map(({ number }) => number),
  };
}
