import { describe, expect, test } from 'vitest';
import { formById } from '../../src/forms/index.js';
import { calendarYears } from '../../src/ledger/calendars/calendarYears.js';
import { caseFindings, type CaseRules } from '../../src/ledger/caseFindings.js';
import type { LedgerCase } from '../../src/ledger/LedgerCase.js';
import { workingDays } from '../../src/ledger/workingDays.js';
import { ledgerCase } from '../support/ledger.js';

const rules: CaseRules = {
  form: formById('2021')!,
  year: 2024,
  calendar: workingDays(calendarYears(null)),
  today: '2025-01-20',
};

const good = { received: '2024-03-01', answered: '2024-03-20', outcome: 'disclosed' } as const;

function codesOf(...said: Partial<LedgerCase>[]): string[] {
  const cases = said.map((each, index) => ledgerCase({ number: `2024-${index}`, ...each }));
  return caseFindings(cases, rules).map(({ code }) => code);
}

describe('findings on the cases of a ledger', () => {
  test.each<[string, Partial<LedgerCase>, string[]]>([
    ['a good case', good, []],
    ['an outcome without a date', { ...good, answered: null }, ['OUTCOME_WITHOUT_DAY']],
    ['a date without an outcome', { ...good, outcome: null }, ['OUTCOME_MISSING']],
    ['an answer before receipt', { ...good, answered: '2024-02-28' }, ['ANSWER_BEFORE_RECEIPT']],
    ['no applicant type', { ...good, applicant: null }, ['APPLICANT_MISSING']],
    ['no day of receipt', { ...good, received: null }, ['RECEIPT_MISSING']],
    ['a type the form does not know', { ...good, outcome: 'otherHandling' }, ['OUTCOME_NOT_IN_FORM']],
    ['a fee never asked', { ...good, outcome: 'feeOverdue' }, ['FEE_MISSING']],
    ['an answer on its last day', { ...good, answered: '2024-03-29' }, []],
    ['an answer on the day after', { ...good, answered: '2024-04-01' }, ['ANSWER_LATE']],
    ['no answer when the year ended', { received: '2024-03-01' }, ['ANSWER_LATE']],
    ['no answer, and it was not due yet', { received: '2024-12-20' }, []],
    ['an extension after the term', { ...good, extended: '2024-04-01' }, ['EXTENSION_LATE']],
    ['an extension within it', { ...good, answered: '2024-04-20', extended: '2024-03-29' }, []],
    ['a case of last year', { received: '2023-03-01', answered: '2023-09-01', outcome: 'disclosed' }, []],
    [
      'a reconsideration decided the year after',
      { ...good, reconsiderationResult: 'upheld', reconsiderationDecided: '2025-01-10' },
      ['REMEDY_LATER'],
    ],
    [
      'a decision without a result',
      { ...good, reconsiderationDecided: '2024-06-10' },
      ['REMEDY_RESULT_MISSING'],
    ],
    [
      'a result of a request of last year, decided nobody says when',
      {
        ...{ received: '2023-03-01', answered: '2023-09-01', outcome: 'disclosed' },
        reconsiderationResult: 'upheld',
      },
      ['REMEDY_DAY_MISSING'],
    ],
    ['a lawsuit of no known route', { ...good, litigationResult: 'pending' }, ['ROUTE_MISSING']],
  ])('%s', (_name, said, codes) => {
    expect(codesOf(said)).toEqual(codes);
  });

  test('two lines of one number', () => {
    expect(codesOf({ ...good, number: 'A' }, { ...good, number: 'B' }, { ...good, number: 'A' })).toEqual([
      'CASE_TWICE',
    ]);
  });

  test('a late answer says when it was due', () => {
    const [late] = caseFindings([ledgerCase({ ...good, answered: '2024-04-01' })], rules);
    expect(late).toMatchObject({ due: '2024-03-29' });
    expect(late?.message).toBe('应当在2024年3月29日前答复（含当日），2024年4月1日才答复。');
  });
});
