import fc from 'fast-check';
import type { LedgerCase } from '../../src/ledger/LedgerCase.js';
import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/checks/index.js';
import { blankValues, withChanges } from '../../src/cells.js';
import { forms } from '../../src/forms/index.js';
import { formById } from '../../src/forms/index.js';
import { cellsOfCase, countCells, countedKeys } from '../../src/ledger/countCells.js';
import { courseInYear } from '../../src/ledger/courseInYear.js';
import { outcomeRowsOf } from '../../src/ledger/outcomeRow.js';
import { casesOfYear, ledgerCase } from '../support/ledger.js';

const form2021 = formById('2021')!;
const form2019 = formById('2019')!;

describe('where a case was in a year', () => {
  test.each<[string, Partial<LedgerCase>, ReturnType<typeof courseInYear>]>([
    [
      'received and concluded',
      { received: '2024-03-01', answered: '2024-03-20', outcome: 'disclosed' },
      { opening: 'received', closing: 'disclosed' },
    ],
    [
      'carried over',
      { received: '2023-12-29', answered: '2024-01-05', outcome: 'notHeld' },
      { opening: 'carriedOver', closing: 'notHeld' },
    ],
    [
      'answered next January',
      { received: '2024-12-20', answered: '2025-01-02', outcome: 'disclosed' },
      { opening: 'received', closing: 'carriedForward' },
    ],
    ['not answered', { received: '2024-12-20' }, { opening: 'received', closing: 'carriedForward' }],
    [
      'asked to correct',
      { received: '2024-12-20', answered: '2024-12-25', outcome: 'open' },
      { opening: 'received', closing: 'carriedForward' },
    ],
    [
      'concluded last year',
      { received: '2023-03-01', answered: '2023-03-20', outcome: 'disclosed' },
      'before',
    ],
    ['received next year', { received: '2025-01-02' }, 'after'],
    ['of no known year', { received: null }, 'unknown'],
    [
      'concluded nobody knows how',
      { received: '2024-03-01', answered: '2024-03-20' },
      { opening: 'received', closing: null },
    ],
  ])('%s', (_name, said, course) => {
    expect(courseInYear(ledgerCase(said), 2024)).toEqual(course);
  });
});

describe('三 and 四 from cases', () => {
  test('form 2021 has 175 cells of 三, form 2019 has 161, and 四 15', () => {
    expect(countedKeys(form2021)).toHaveLength(175 + 15);
    expect(countedKeys(form2019)).toHaveLength(161 + 15);
    expect(outcomeRowsOf(form2021)).toHaveLength(21);
  });

  test('one case is one in its rows, its column and the totals', () => {
    const one = ledgerCase({
      received: '2024-03-01',
      answered: '2024-03-20',
      outcome: 'stateSecret',
      applicant: 'business',
      reconsiderationResult: 'upheld',
      litigationRoute: 'litigationAfterReconsideration',
      litigationResult: 'pending',
    });
    const filled = [...countCells(form2021, [one], 2024)].filter(([, n]) => n > 0);
    expect(filled).toEqual([
      ['requests.received.business', 1],
      ['requests.received.total', 1],
      ['requests.stateSecret.business', 1],
      ['requests.stateSecret.total', 1],
      ['requests.outcomesTotal.business', 1],
      ['requests.outcomesTotal.total', 1],
      ['remedies.reconsideration.upheld', 1],
      ['remedies.reconsideration.total', 1],
      ['remedies.litigationAfterReconsideration.pending', 1],
      ['remedies.litigationAfterReconsideration.total', 1],
    ]);
    expect([...cellsOfCase(form2021, one, 2024)].sort()).toEqual(filled.map(([key]) => key).sort());
  });

  test.each<[string, Partial<LedgerCase>, (string | null)[]]>([
    ['decided in the year of its request', { reconsiderationDecided: '2024-06-10' }, [null, 'upheld', null]],
    ['decided the year after', { reconsiderationDecided: '2025-02-10' }, [null, 'pending', 'upheld']],
    ['decided nobody says when', {}, [null, 'upheld', null]],
    ['not decided yet', { reconsiderationResult: 'pending' }, [null, 'pending', 'pending']],
  ])('四 counts a reconsideration in the year it is decided: %s', (_name, said, columns) => {
    const one = ledgerCase({
      ...{ received: '2024-03-01', answered: '2024-03-20', outcome: 'disclosed' },
      reconsiderationResult: 'upheld',
      ...said,
    });
    const counted = [2023, 2024, 2025].map((year) => {
      const filled = [...countCells(form2021, [one], year)].filter(
        ([key, n]) => n > 0 && !key.endsWith('total'),
      );
      const key = filled.map(([each]) => each).find((each) => each.startsWith('remedies.reconsideration.'));
      return key?.split('.')[2] ?? null;
    });
    expect(counted).toEqual(columns);
  });

  test('what form 2021 divides in three is one row of form 2019', () => {
    const cases = ['supplementOverdue', 'feeOverdue', 'otherReasons'].map((outcome) =>
      ledgerCase({ received: '2020-03-01', answered: '2020-03-20', outcome }),
    );
    expect(countCells(form2019, cases, 2020).get('requests.otherHandling.naturalPerson')).toBe(3);
  });

  test.each(forms.map((form) => [form.id, form] as const))(
    'any cases of form %s give tables whose sums all hold, cell by cell with the cases behind',
    (_id, form) => {
      const year = form.firstYear + 1;
      fc.assert(
        fc.property(casesOfYear(year), (cases) => {
          const cells = countCells(form, cases, year);
          const values = withChanges(
            form,
            blankValues(form).map(() => 0n),
            [...cells].map(([key, count]) => [key, BigInt(count)] as const),
          );
          const broken = checkReport({ form, year, values }).filter(({ severity }) => severity === 'error');
          expect(broken).toEqual([]);
          const behind = new Map<string, number>();
          for (const one of cases)
            for (const key of cellsOfCase(form, one, year)) behind.set(key, (behind.get(key) ?? 0) + 1);
          for (const [key, count] of cells) expect([key, behind.get(key) ?? 0]).toEqual([key, count]);
          const received = cells.get('requests.received.total')! + cells.get('requests.carriedOver.total')!;
          expect(received).toBe(cases.length);
        }),
        { numRuns: 200 },
      );
    },
  );
});
