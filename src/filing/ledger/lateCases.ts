import type { EntityManager } from 'typeorm';
import { lateSince } from '../../ledger/caseFindings.js';
import { courseInYear, isOfYear } from '../../ledger/courseInYear.js';
import type { WorkingDays } from '../../ledger/workingDays.js';
import type { Day } from '../../season/chinaDay.js';
import type { LateCase } from './ledgerDocument.js';
import type { LedgerHead } from './loadLedger.js';
import { currentCases } from './storedCases.js';

/** The cases of a stored ledger whose answers came late, by number. */
export async function lateCases(
  manager: EntityManager,
  { id, year }: LedgerHead,
  calendar: WorkingDays,
  today: Day,
): Promise<readonly LateCase[]> {
  const cases = await currentCases(manager, id);
  return cases.flatMap((one) => {
    const due = isOfYear(courseInYear(one, year)) ? lateSince(one, { calendar, year, today }) : null;
    return due === null ? [] : [{ case: one.number, due, answered: one.answered }];
  });
}
