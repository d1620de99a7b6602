import type { EntityManager } from 'typeorm';
import { courseInYear, isOfYear } from '../../ledger/courseInYear.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import { currentCases } from './storedCases.js';
import { ledgerOf, type LedgerHead } from './loadLedger.js';

/** What does not go on from one year to the next. */
export interface CarryFault {
  readonly number: string;
  /** `MISSING`: carried forward last year and not carried over. `UNEXPECTED`: carried over and not carried forward. */
  readonly kind: 'MISSING' | 'UNEXPECTED';
}

/** Case by case: carried forward of the year before is carried over of this one. null without a ledger of that year. */
export async function carryFaults(
  manager: EntityManager,
  ledger: LedgerHead,
): Promise<readonly CarryFault[] | null> {
  const before = await ledgerOf(manager, ledger.agency, ledger.year - 1);
  if (!before) return null;
  const [cases, casesBefore] = [
    await currentCases(manager, ledger.id),
    await currentCases(manager, before.id),
  ];
  const over = numbersOf(cases, ledger.year, ({ opening }) => opening === 'carriedOver');
  const forward = numbersOf(casesBefore, before.year, ({ closing }) => closing === 'carriedForward');
  return [
    ...[...forward]
      .filter((number) => !over.has(number))
      .map((number) => ({ number, kind: 'MISSING' as const })),
    ...[...over]
      .filter((number) => !forward.has(number))
      .map((number) => ({ number, kind: 'UNEXPECTED' as const })),
  ];
}

function numbersOf(
  cases: readonly LedgerCase[],
  year: number,
  is: (course: { opening: string; closing: string | null }) => boolean,
): Set<string> {
  return new Set(
    cases.flatMap((one) => {
      const course = courseInYear(one, year);
      return isOfYear(course) && is(course) ? [one.number] : [];
    }),
  );
}
