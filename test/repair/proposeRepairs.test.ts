import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, findCell, withChanges, type CellKey, type Values } from '../../src/cells.js';
import { checkReport } from '../../src/checks/index.js';
import { formById, forms } from '../../src/forms/index.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { validValues } from '../support/drafts.js';

const form = formById('2021')!;
const right = validValues(form);
const valueOf = (key: CellKey) => right[findCell(form, key)!.position] ?? 0n;
const wrong = (changes: Record<CellKey, bigint | null>) => withChanges(form, right, Object.entries(changes));
const repairs = (values: Values) => proposeRepairs({ form, values });
const changesOf = (values: Values) =>
  repairs(values).map(({ changes, unique }) => [
    changes.map(({ cell, to }) => `${cell}=${to}`).join(' '),
    unique,
  ]);

describe('one wrong cell', () => {
  test('a report in which every sum holds gets no proposal', () => {
    expect(repairs(right)).toEqual([]);
  });

  test.each(forms)('every single wrong cell of 三 is found and put right, form $id', (each) => {
    const values = validValues(each);
    for (const cell of cellsOf(each).filter(({ table }) => table.id === 'requests'))
      for (const slip of [1n, -1n, 16n, 10_000n]) {
        const value = (values[cell.position] ?? 0n) + slip;
        const [first, ...others] = proposeRepairs({
          form: each,
          values: withChanges(each, values, [[cell.key, value]]),
        });
        expect([
          cell.key,
          first?.changes.map((change) => [change.cell, change.to]),
          first?.unique,
          others,
        ]).toEqual([cell.key, [[cell.key, String(values[cell.position])]], true, []]);
      }
  });

  test('in 四 the right change is among the proposals, and first when a slip of digits explains it', () => {
    const key = 'remedies.directLitigation.total';
    const swapped = BigInt([...String(valueOf(key))].reverse().join(''));
    const proposed = changesOf(wrong({ [key]: swapped }));
    expect(proposed[0]).toEqual([`${key}=${valueOf(key)}`, false]);
    expect(proposed.length).toBeGreaterThan(1);
  });

  test('二 is bound by no sum and gets none', () => {
    expect(repairs(wrong({ 'licensing.licensing.decisions': 999_999n }))).toEqual([]);
  });

  test('a count below zero is put right by the sums around it', () => {
    const key = 'requests.disclosed.business';
    expect(changesOf(wrong({ [key]: -valueOf(key) }))).toEqual([[`${key}=${valueOf(key)}`, true]]);
  });
});

describe('blank cells', () => {
  test('a blank that only one value can fill is offered', () => {
    const key = 'requests.petitionOrComplaint.total';
    expect(changesOf(wrong({ [key]: null }))).toEqual([[`${key}=${valueOf(key)}`, true]]);
  });

  test('a blank beside a wrong cell does not hide it', () => {
    const [blank, key] = ['requests.petitionOrComplaint.total', 'requests.disclosed.business'];
    expect(changesOf(wrong({ [blank]: null, [key]: valueOf(key) + 7n }))).toEqual([
      [`${key}=${valueOf(key)}`, true],
    ]);
  });

  test('parts of a zero total are zero', () => {
    const keys = ['upheld', 'corrected', 'otherResult', 'pending'].map(
      (column) => `remedies.reconsideration.${column}`,
    );
    const values = wrong({
      ...Object.fromEntries(keys.map((key) => [key, null])),
      'remedies.reconsideration.total': 0n,
    });
    expect(changesOf(values)).toEqual(keys.map((key) => [`${key}=0`, true]));
  });

  test('a blank that many values can fill is not guessed', () => {
    expect(
      repairs(wrong({ 'remedies.reconsideration.upheld': null, 'remedies.reconsideration.corrected': null })),
    ).toEqual([]);
  });
});

describe('several wrong cells', () => {
  test('at least 95 % of random pairs in 三 are put right', () => {
    const cells = cellsOf(form).filter(({ table }) => table.id === 'requests');
    const pairs = fc
      .sample(
        fc.tuple(
          fc.nat(cells.length - 1),
          fc.nat(cells.length - 1),
          fc.integer({ min: 1, max: 500 }),
          fc.integer({ min: 1, max: 500 }),
        ),
        { numRuns: 300, seed: 20_240_131 },
      )
      .filter(([one, other]) => one !== other);
    const putRight = pairs.filter(([one, other, first, second]) => {
      const keys = [cells[one]!.key, cells[other]!.key];
      const values = wrong({
        [keys[0]!]: valueOf(keys[0]!) + BigInt(first),
        [keys[1]!]: valueOf(keys[1]!) + BigInt(second),
      });
      const proposed = repairs(values)[0]?.changes ?? [];
      return withChanges(
        form,
        values,
        proposed.map(({ cell, to }) => [cell, BigInt(to)] as const),
      ).every((value, position) => value === right[position]);
    });
    expect(putRight.length / pairs.length).toBeGreaterThanOrEqual(0.95);
  });

  test('what is proposed always makes every sum hold', () => {
    const cells = cellsOf(form).filter(({ table }) => table.id !== 'fees');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(cells.length - 1), fc.bigInt({ min: 0n, max: 3000n })), {
          minLength: 1,
          maxLength: 3,
        }),
        (slips) => {
          const values = withChanges(
            form,
            right,
            slips.map(([index, value]) => [cells[index]!.key, value] as const),
          );
          for (const { changes } of repairs(values)) {
            const repaired = withChanges(
              form,
              values,
              changes.map(({ cell, to }) => [cell, BigInt(to)] as const),
            );
            expect(
              checkReport({ form, values: repaired, year: null }).filter(
                ({ severity }) => severity === 'error',
              ),
            ).toEqual([]);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('a table filled in wrongly everywhere ends without a proposal', () => {
    const values = right.map((value, position) =>
      value === null ? null : value + BigInt((position * 37) % 11),
    );
    expect(repairs(values)).toEqual([]);
  });
});

test('says in Chinese what changes and what it settles', () => {
  const key = 'requests.disclosed.business';
  const [repair] = repairs(wrong({ [key]: valueOf(key) + 16n }));
  expect(repair?.settles).toEqual(['R-OUTCOMES', 'R-APPLICANTS']);
  expect(repair?.message).toContain(
    `“（一）予以公开”行“商业企业”列由 ${valueOf(key) + 16n} 改为 ${valueOf(key)}`,
  );
});
