import { describe, expect, test } from 'vitest';
import { cellsOf, findCell, type CellKey, keyOfPattern } from '../../src/cells.js';
import { divisions, partsOf, whyReplaced } from '../../src/comparison/comparability.js';
import { compareYears, type ComparedRow } from '../../src/comparison/compareYears.js';
import { formById, formForYear, forms } from '../../src/forms/index.js';
import { validValues, withCells } from '../support/drafts.js';

const year = (number: number, cells: Record<CellKey, string | null> = {}, seed = number) => {
  const form = formForYear(number)!;
  return { year: number, form, values: withCells(form, validValues(form, seed), cells) };
};
const rowOf = (rows: readonly ComparedRow[], key: CellKey) => rows.find((row) => row.key === key)!;
const valuesOf = (rows: readonly ComparedRow[], key: CellKey) =>
  rowOf(rows, key).values.map(({ value, difference, percentage }) => [value, difference, percentage]);

describe('within one form', () => {
  const received = 'requests.received.total';

  test('value, difference and percentage of every cell beside the year before it', () => {
    const rows = compareYears([
      year(2022, { [received]: '80', 'fees.fees.amount': '25.1' }),
      year(2023, { [received]: '90', 'fees.fees.amount': '25.1001' }),
      year(2024, { [received]: '60', 'fees.fees.amount': '0' }),
    ]);
    expect(valuesOf(rows, received)).toEqual([
      ['80', null, null],
      ['90', '10', '12.5'],
      ['60', '-30', '-33.3'],
    ]);
    expect(valuesOf(rows, 'fees.fees.amount')).toEqual([
      ['25.1', null, null],
      ['25.1001', '0.0001', '0'],
      ['0', '-25.1001', '-100'],
    ]);
    expect(rows.map(({ key }) => key)).toEqual(cellsOf(formById('2021')!).map(({ key }) => key));
    expect(rows.every(({ isComparable, reason }) => isComparable && reason === null)).toBe(true);
  });

  test('what is blank, zero or below it has no percentage, and a year without a report no value', () => {
    const key = 'licensing.licensing.change';
    const rows = compareYears([
      year(2019, { [received]: null, [key]: '-1690' }),
      year(2020, { [received]: '5', [key]: '19' }),
    ]);
    expect(valuesOf(rows, received)).toEqual([
      [null, null, null],
      ['5', null, null],
    ]);
    expect(valuesOf(rows, key)).toEqual([
      ['-1690', null, null],
      ['19', '1709', null],
    ]);
    const gap = compareYears([
      year(2021, { [received]: '0' }),
      year(2022, { [received]: '4' }),
      { year: 2023, form: formForYear(2023)!, values: null },
      year(2024, { [received]: '5' }),
    ]);
    expect(valuesOf(gap, received)).toEqual([
      ['0', null, null],
      ['4', '4', null],
      [null, null, null],
      ['5', null, null],
    ]);
  });
});

describe('across forms', () => {
  const across = compareYears([
    year(2020, { 'requests.otherHandling.total': '10' }),
    year(2021, {
      'requests.supplementOverdue.total': '3',
      'requests.feeOverdue.total': '4',
      'requests.otherReasons.total': '5',
    }),
    year(2022, { 'requests.feeOverdue.total': null }),
  ]);

  test('（六）其他处理 is compared with the sum of the three rows', () => {
    expect(valuesOf(across, 'requests.otherHandling.total')).toEqual([
      ['10', null, null],
      ['12', '2', '20'],
      [null, null, null],
    ]);
    expect(rowOf(across, 'requests.otherHandling.total').isComparable).toBe(true);
    const part = rowOf(across, 'requests.feeOverdue.total');
    expect(part.values.map(({ value }) => value)).toEqual([null, '4', null]);
    expect(part).toMatchObject({
      isComparable: false,
      reason: expect.stringContaining('“（六）其他处理”不分细项'),
    });
  });

  test('each cell stands once, where its form prints it', () => {
    const keys = across.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const all = forms.flatMap(cellsOf).map(({ key }) => key);
    expect(new Set(keys)).toEqual(new Set(all));
    for (const form of forms) {
      const rows = (some: readonly string[]) => [
        ...new Set(some.map((key) => key.split('.').slice(0, 2).join('.'))),
      ];
      const own = rows(cellsOf(form).map(({ key }) => key));
      expect(rows(keys).filter((row) => own.includes(row))).toEqual(own);
    }
    const place = (key: CellKey) => keys.indexOf(key);
    expect(place('procurement.procurement.amount')).toBeLessThan(place('requests.received.naturalPerson'));
    expect(place('procurement.procurement.amount')).toBeGreaterThan(place('fees.fees.amount'));
    expect(place('requests.otherHandling.total')).toBe(place('requests.supplementOverdue.naturalPerson') - 1);
  });

  test('a cell of 三 or 四 that both have is comparable, and so is what both count in 二', () => {
    const comparable = across.filter(({ isComparable }) => isComparable).map(({ key }) => key);
    const shared = cellsOf(formById('2019')!)
      .filter(({ key }) => findCell(formById('2021')!, key))
      .map(({ key }) => key);
    expect(shared).toContain('licensing.licensing.decisions');
    expect(new Set(comparable)).toEqual(
      new Set([...shared, ...comparable.filter((key) => key.startsWith('requests.otherHandling.'))]),
    );
    expect(comparable.length).toBe(shared.length + 7);
  });

  test.each<[CellKey, RegExp]>([
    ['documents.rules.totalDisclosed', /“对外公开总数量”.*“现行有效件数”/],
    ['documents.rules.inForce', /“对外公开总数量”.*“现行有效件数”/],
    ['documents.normativeDocuments.issued', /口径不同/],
    ['fees.fees.previousItems', /项目数.*收费金额（万元）/],
    ['fees.fees.amount', /项目数.*收费金额（万元）/],
    ['procurement.procurement.amount', /不再填报政府集中采购/],
    ['licensing.otherManagementServices.decisions', /不再填报其他对外管理服务事项/],
    ['enforcement.penalties.change', /不再填报项目数量和增减/],
  ])('%s is not', (key, reason) => {
    expect(rowOf(across, key)).toMatchObject({ isComparable: false, reason: expect.stringMatching(reason) });
  });

  test('every cell that is not has a reason of its own', () => {
    const without = across.filter(({ key, isComparable }) => !isComparable && whyReplaced(key) === undefined);
    expect(without.map(({ key }) => key)).toEqual([]);
  });

  test('a part that is not on the form is said so, also without a reason of its own', () => {
    const [form] = forms;
    const made = { ...form!, id: '2027', firstYear: 2027, sections: form!.sections.slice(2) };
    const rows = compareYears([year(2020), { year: 2027, form: made, values: cellsOf(made).map(() => 1n) }]);
    expect(rowOf(rows, 'licensing.licensing.decisions')).toMatchObject({
      isComparable: false,
      reason: '2027 年统一格式没有这一格',
    });
  });
});

test('what a cell stands for exists on some form, and the cell on another', () => {
  for (const { whole, parts } of divisions) {
    const key = keyOfPattern(whole, 'total');
    expect(forms.some((form) => findCell(form, key))).toBe(true);
    expect(partsOf(key)).toEqual(parts.map((part) => part.replace('*', 'total')));
    expect(forms.some((form) => partsOf(key)!.every((part) => findCell(form, part)))).toBe(true);
  }
  expect(partsOf('requests.received.total')).toBeUndefined();
});
