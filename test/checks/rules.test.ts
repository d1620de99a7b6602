import { describe, expect, test } from 'vitest';
import { findCell, withChanges, type CellKey, type Values, entriesOf, keysOf } from '../../src/cells.js';
import type { Finding, Numbers } from '../../src/checks/check.js';
import { checkReport } from '../../src/checks/index.js';
import { formById } from '../../src/forms/index.js';
import { validValues } from '../support/drafts.js';

const form2019 = formById('2019')!;
const form2021 = formById('2021')!;

/** The findings of a valid report in which some cells were changed: rule, first cell, difference. */
function findingsOf(
  form: typeof form2019,
  changes: Record<CellKey, bigint | null>,
  { year = form.id === '2019' ? 2020 : 2024, lastYear }: { year?: number; lastYear?: Numbers } = {},
): Finding[] {
  return checkReport({ form, values: changed(form, validValues(form), changes), year, lastYear });
}

const short = ({ rule, severity, cells, difference }: Finding) => [
  rule,
  severity,
  cells[0] ?? null,
  difference,
];

/** The report of the year before that carries on into a valid report of this form. */
function lastYearOf(form: typeof form2019, changes: Record<CellKey, bigint | null> = {}): Numbers {
  const now = validValues(form);
  const cell = (key: CellKey) => now[positionOf(form, key)] ?? 0n;
  const carried: Record<CellKey, bigint> = {};
  for (const column of applicants)
    carried[`requests.carriedForward.${column}`] = cell(`requests.carriedOver.${column}`);
  if (form === form2021)
    for (const row of ['rules', 'normativeDocuments'])
      carried[`documents.${row}.inForce`] =
        cell(`documents.${row}.inForce`) -
        cell(`documents.${row}.issued`) +
        cell(`documents.${row}.repealed`);
  else
    for (const row of items)
      Object.assign(carried, {
        [`${row}.previousItems`]: cell(`${row}.previousItems`) - cell(`${row}.change`),
        [`${row}.change`]: cell(`${row}.change`),
      });
  return { form, values: changed(form, now, { ...carried, ...changes }) };
}

const applicants = [
  'naturalPerson',
  'business',
  'researchInstitution',
  'publicBenefitOrganization',
  'legalServiceOrganization',
  'otherOrganization',
  'total',
];
const items = [
  'licensing.licensing',
  'licensing.otherManagementServices',
  'enforcement.penalties',
  'enforcement.compulsion',
  'fees.fees',
] as const;

function positionOf(form: typeof form2019, key: CellKey): number {
  const cell = findCell(form, key);
  if (!cell) throw new Error(`form ${form.id} has no cell ${key}`);
  return cell.position;
}

function changed(form: typeof form2019, values: Values, changes: Record<CellKey, bigint | null>): Values {
  for (const key of keysOf(changes)) positionOf(form, key);
  return withChanges(form, values, entriesOf(changes));
}

describe('a valid report', () => {
  test.each([form2019, form2021])('of form $id has no findings', (form) => {
    expect(findingsOf(form, {})).toEqual([]);
    expect(findingsOf(form, {}, { lastYear: lastYearOf(form) })).toEqual([]);
  });
});

describe('one changed cell gives exactly the findings it should', () => {
  test('R-BALANCE alone: two columns no longer balance, every row still adds up', () => {
    const received = (column: string) =>
      validValues(form2021)[positionOf(form2021, `requests.received.${column}`)] ?? 0n;
    const changes = {
      'requests.received.naturalPerson': received('naturalPerson') + 1n,
      'requests.received.business': received('business') - 1n,
    };
    expect(findingsOf(form2021, changes).map(short)).toEqual([
      ['R-BALANCE', 'error', 'requests.received.naturalPerson', '1'],
      ['R-BALANCE', 'error', 'requests.received.business', '-1'],
    ]);
  });

  test.each([form2019, form2021])('R-BALANCE and R-APPLICANTS: received, form $id', (form) => {
    const value = validValues(form)[positionOf(form, 'requests.received.naturalPerson')] ?? 0n;
    expect(findingsOf(form, { 'requests.received.naturalPerson': value + 16n }).map(short)).toEqual([
      ['R-BALANCE', 'error', 'requests.received.naturalPerson', '16'],
      ['R-APPLICANTS', 'error', 'requests.received.total', '-16'],
    ]);
  });

  test('R-OUTCOMES and R-APPLICANTS: an outcome', () => {
    const value = validValues(form2021)[positionOf(form2021, 'requests.stateSecret.business')] ?? 0n;
    expect(findingsOf(form2021, { 'requests.stateSecret.business': value + 1n }).map(short)).toEqual([
      ['R-OUTCOMES', 'error', 'requests.outcomesTotal.business', '-1'],
      ['R-APPLICANTS', 'error', 'requests.stateSecret.total', '-1'],
    ]);
  });

  test.each(['reconsideration', 'directLitigation', 'litigationAfterReconsideration'])(
    'R-REMEDIES: %s',
    (row) => {
      const value = validValues(form2021)[positionOf(form2021, `remedies.${row}.total`)] ?? 0n;
      expect(findingsOf(form2021, { [`remedies.${row}.total`]: value - 3n }).map(short)).toEqual([
        ['R-REMEDIES', 'error', `remedies.${row}.total`, '-3'],
      ]);
    },
  );

  test('R-COUNT: a count below zero', () => {
    expect(findingsOf(form2021, { 'licensing.licensing.decisions': -5n }).map(short)).toEqual([
      ['R-COUNT', 'error', 'licensing.licensing.decisions', '-5'],
    ]);
  });

  test('R-COUNT: change may be negative', () => {
    expect(findingsOf(form2019, { 'licensing.licensing.change': -2n })).toEqual([]);
  });

  test('R-MONEY: an amount below zero is an error', () => {
    expect(findingsOf(form2021, { 'fees.fees.amount': -1_000_000n }).map(short)).toEqual([
      ['R-MONEY', 'error', 'fees.fees.amount', '-1'],
    ]);
  });

  test.each([
    [53_631_800n, []],
    [53_631_810n, [['R-MONEY', 'warning', 'fees.fees.amount', null]]],
    [53_631_811n, [['R-MONEY', 'warning', 'fees.fees.amount', null]]],
  ])('R-MONEY: %s 分', (amount, expected) => {
    expect(findingsOf(form2021, { 'fees.fees.amount': amount }).map(short)).toEqual(expected);
  });

  test('R-FORM-YEAR: the form of another year', () => {
    expect(findingsOf(form2019, {}, { year: 2024 }).map(short)).toEqual([
      ['R-FORM-YEAR', 'error', null, null],
    ]);
    expect(findingsOf(form2021, {}, { year: 2018 }).map(short)).toEqual([
      ['R-FORM-YEAR', 'error', null, null],
    ]);
  });

  test('R-REPEAL: more issued than in force or repealed', () => {
    expect(
      findingsOf(form2021, {
        'documents.rules.issued': 2n,
        'documents.rules.inForce': 0n,
        'documents.rules.repealed': 0n,
      }).map(short),
    ).toEqual([['R-REPEAL', 'warning', 'documents.rules.issued', '2']]);
  });

  test.each([
    ['procurement.procurement.projects', 0n],
    ['procurement.procurement.amount', 0n],
  ])('R-PROCURE: %s is 0', (key, value) => {
    expect(findingsOf(form2019, { [key]: value }).map(short)).toEqual([
      ['R-PROCURE', 'explain', 'procurement.procurement.projects', null],
    ]);
  });

  test('R-ITEMS: fewer than no items left', () => {
    expect(findingsOf(form2019, { 'fees.fees.change': -99_999n }).map(({ rule }) => rule)).toEqual([
      'R-ITEMS',
    ]);
  });
});

describe('against the report of the year before', () => {
  test.each(applicants)('R-CARRY: %s', (column) => {
    const lastYear = lastYearOf(form2021, { [`requests.carriedForward.${column}`]: 999_999n });
    expect(
      findingsOf(form2021, {}, { lastYear }).map(({ rule, severity, cells }) => [rule, severity, cells]),
    ).toEqual([['R-CARRY', 'explain', [`requests.carriedOver.${column}`]]]);
  });

  test('R-CARRY compares across the two forms', () => {
    const lastYear = {
      form: form2019,
      values: changed(form2019, validValues(form2019), { 'requests.carriedForward.total': 0n }),
    };
    expect(findingsOf(form2021, {}, { year: 2021, lastYear }).some(({ rule }) => rule === 'R-CARRY')).toBe(
      true,
    );
  });

  test.each(['rules', 'normativeDocuments'])('R-INFORCE: %s', (row) => {
    const lastYear = lastYearOf(form2021, { [`documents.${row}.inForce`]: 0n });
    expect(findingsOf(form2021, {}, { lastYear }).map(({ rule, cells }) => [rule, cells[0]])).toEqual([
      ['R-INFORCE', `documents.${row}.inForce`],
    ]);
  });

  test('R-INFORCE is not judged when last year was on form 2019', () => {
    const lastYear = { form: form2019, values: validValues(form2019) };
    expect(findingsOf(form2021, {}, { lastYear }).some(({ rule }) => rule === 'R-INFORCE')).toBe(false);
  });

  test.each(items)('R-ITEMS: %s', (row) => {
    const lastYear = lastYearOf(form2019, { [`${row}.previousItems`]: 777n });
    expect(findingsOf(form2019, {}, { lastYear }).map(({ rule, cells }) => [rule, cells])).toEqual([
      ['R-ITEMS', [`${row}.previousItems`]],
    ]);
  });
});

describe('blank is not zero', () => {
  test('R-COMPLETE: one finding a table, with the blank cells and the sums nobody can judge', () => {
    const [finding, ...others] = findingsOf(form2021, { 'requests.repeatedRequest.total': null });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'R-COMPLETE',
      severity: 'explain',
      cells: ['requests.repeatedRequest.total'],
      left: null,
      right: null,
      difference: null,
    });
    expect(finding?.message).toContain('2 项勾稽关系因此无法判断（“总计”列、“（五）不予处理·2.重复申请”行）');
  });

  test('a sum that no filling can satisfy fires and names the blanks', () => {
    const findings = findingsOf(form2021, {
      'remedies.reconsideration.pending': null,
      'remedies.reconsideration.total': 0n,
    });
    expect(findings.map(({ rule, left, right, difference }) => [rule, left, right, difference])).toEqual([
      ['R-REMEDIES', '0', null, null],
      ['R-COMPLETE', null, null, null],
    ]);
    expect(findings[0]?.message).toContain('“尚未审结”列');
  });

  test('a blank total can always be filled unless it would be negative', () => {
    expect(findingsOf(form2021, { 'remedies.reconsideration.total': null }).map(({ rule }) => rule)).toEqual([
      'R-COMPLETE',
    ]);
    expect(
      findingsOf(form2021, {
        'remedies.reconsideration.total': null,
        'remedies.reconsideration.upheld': -99_999n,
      }).map(({ rule }) => rule),
    ).toEqual(['R-COUNT', 'R-REMEDIES', 'R-COMPLETE']);
  });
});

describe('messages', () => {
  test('name the place, show both sides with their numbers and say what to do', () => {
    const zero = Object.fromEntries(
      applicants.flatMap((column) =>
        ['received', 'carriedOver', 'outcomesTotal', 'carriedForward'].map((row) => [
          `requests.${row}.${column}`,
          0n,
        ]),
      ),
    );
    const [finding] = findingsOf(form2021, {
      ...zero,
      'requests.received.naturalPerson': 2n,
      'requests.outcomesTotal.naturalPerson': 18n,
    }).filter(({ rule }) => rule === 'R-BALANCE');
    expect(finding?.message).toBe(
      '「三、收到和处理政府信息公开申请情况」“自然人”列：一＋二＝2＋0＝2，（七）＋四＝18＋0＝18，相差 -16。请核对这一列的新收、结转和办理结果，改正填错的一格。',
    );
    expect(finding).toMatchObject({ left: '2', right: '18', difference: '-16' });
  });
});
