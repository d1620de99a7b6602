import fc from 'fast-check';
import { outcomeRowsOf } from '../../src/ledger/outcomeRow.js';
import type { LedgerCase } from '../../src/ledger/LedgerCase.js';
import { formForYear } from '../../src/forms/index.js';
import type { Day } from '../../src/brands/brands.js';
import { dayOfUtc } from '../../src/season/chinaDay.js';

const nothing: LedgerCase = {
  number: '2024-001',
  applicant: 'naturalPerson',
  received: '2024-03-01',
  channel: null,
  correctionAsked: null,
  correctionReceived: null,
  thirdPartyAsked: null,
  thirdPartyReplied: null,
  extended: null,
  answered: null,
  outcome: null,
  fee: null,
  reconsiderationResult: null,
  litigationRoute: null,
  litigationResult: null,
  reconsiderationDecided: null,
  litigationDecided: null,
};

/** A case of which only some things are said. */
export function ledgerCase(said: Partial<LedgerCase>): LedgerCase {
  return { ...nothing, ...said };
}

export const applicants = [
  ...['naturalPerson', 'business', 'researchInstitution'],
  ...['publicBenefitOrganization', 'legalServiceOrganization', 'otherOrganization'],
];

function dayBetween(first: Day, last: Day): fc.Arbitrary<Day> {
  const [from, to] = [Date.parse(first), Date.parse(last)].map((at) => at / 86_400_000);
  return fc.integer({ min: from!, max: to! }).map((day) => dayOfUtc(new Date(day * 86_400_000)));
}

/** Days after another one, within a year or so. */
function dayAfter(day: Day): fc.Arbitrary<Day> {
  return fc
    .integer({ min: 0, max: 200 })
    .map((days) => dayOfUtc(new Date(Date.parse(day) + days * 86_400_000)));
}

/** A case of a year that says everything that is counted: received in it or carried over, concluded or not. */
export function caseOfYear(year: number): fc.Arbitrary<LedgerCase> {
  const outcomes = outcomeRowsOf(formForYear(year)!);
  const result = fc.constantFrom('upheld', 'corrected', 'otherResult', 'pending');
  return fc
    .record({
      received: fc.oneof(
        { weight: 5, arbitrary: dayBetween(`${year}-01-01`, `${year}-12-31`) },
        { weight: 1, arbitrary: dayBetween(`${year - 1}-10-01`, `${year - 1}-12-31`) },
      ),
      applicant: fc.constantFrom(...applicants),
      outcome: fc.constantFrom(...outcomes),
      isConcluded: fc.integer({ min: 0, max: 9 }).map((n) => n > 1),
      reconsiderationResult: fc.option(result, { freq: 8 }),
      reconsiderationDecided: fc.option(dayBetween(`${year - 1}-10-01`, `${year + 2}-03-31`), { freq: 2 }),
      litigationDecided: fc.option(dayBetween(`${year - 1}-10-01`, `${year + 2}-03-31`), { freq: 2 }),
      lawsuit: fc.option(
        fc.record({
          route: fc.constantFrom('directLitigation', 'litigationAfterReconsideration'),
          result,
        }),
        { freq: 12 },
      ),
    })
    .chain(({ received, isConcluded, outcome, lawsuit, ...rest }) =>
      dayAfter(received).map((day) => {
        const answered: Day = day < `${year}-01-01` ? `${year}-01-08` : day;
        return ledgerCase({
          ...rest,
          received,
          answered: isConcluded ? answered : null,
          outcome: isConcluded ? outcome : null,
          fee: isConcluded && outcome === 'feeOverdue' ? '120' : null,
          litigationRoute: lawsuit?.route ?? null,
          litigationResult: lawsuit?.result ?? null,
        });
      }),
    );
}

/** Cases of a year, each with a number of its own. */
export function casesOfYear(year: number, most = 40): fc.Arbitrary<LedgerCase[]> {
  return fc
    .array(caseOfYear(year), { minLength: 1, maxLength: most })
    .map((cases) =>
      cases.map((one, index) => ({ ...one, number: `${year}-${String(index + 1).padStart(3, '0')}` })),
    );
}
