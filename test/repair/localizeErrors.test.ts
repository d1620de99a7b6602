import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withChanges, type Values } from '../../src/cells.js';
import { formById } from '../../src/forms/index.js';
import { netsOf, valuesIn, type Net } from '../../src/repair/equations.js';
import { isSound, localizeErrors } from '../../src/repair/localizeErrors.js';
import { validValues } from '../support/drafts.js';
import { cellsIn } from '../support/repairs.js';

const form = formById('2021')!;
const right = validValues(form);
const [requests, ...rows] = netsOf(form) as [Net, ...Net[]];

/** By how much each sum fails. */
function residuals(net: Net, values: Values): number[] {
  const own = valuesIn(net, values).map(Number);
  return net.equations.map((equation) =>
    own.reduce((sum, value, column) => sum + value * (equation[column] ?? 0), 0),
  );
}

/** Every pair of cells that two other values ≥ 0 put right, tried one by one. */
function pairsThatHelp(net: Net, values: Values): string[] {
  const failing = residuals(net, values);
  const own = valuesIn(net, values).map(Number);
  const found: string[] = [];
  for (let one = 0; one < own.length; one++)
    for (let other = one + 1; other < own.length; other++) {
      const moved = pairSolution(net, failing, one, other);
      if (!moved || moved.some((by) => by === 0)) continue;
      const [first, second] = [own[one]! + moved[0], own[other]! + moved[1]];
      if (first < 0 || second < 0) continue;
      found.push(`${net.cells[one]!.key}=${first} ${net.cells[other]!.key}=${second}`);
    }
  return found.sort();
}

/** Solved from the first sum that only the one is in, and the first that only the other is in. */
function pairSolution(net: Net, failing: readonly number[], one: number, other: number) {
  const alone = (cell: number, not: number) =>
    net.equations.findIndex((equation) => equation[cell] !== 0 && equation[not] === 0);
  const [own, others] = [alone(one, other), alone(other, one)];
  if (own < 0 || others < 0) return null;
  const moved: [number, number] = [
    -failing[own]! / net.equations[own]![one]!,
    -failing[others]! / net.equations[others]![other]!,
  ];
  const settles = failing.every(
    (by, index) =>
      by + moved[0] * (net.equations[index]![one] ?? 0) + moved[1] * (net.equations[index]![other] ?? 0) ===
      0,
  );
  return settles ? moved : null;
}

const shown = (net: Net, values: Values, most = 4) =>
  localizeErrors(net, values, most).sets.map((changes) =>
    [...changes]
      .sort(([left], [other]) => left - other)
      .map(([position, value]) => `${net.cells.find((cell) => cell.position === position)!.key}=${value}`)
      .join(' '),
  );

test('三 is one net, each row of 四 another, 二 none', () => {
  expect(requests.equations).toHaveLength(7 + 7 + 25);
  expect(requests.cells).toHaveLength(175);
  expect(rows.map(({ cells, equations }) => [cells.length, equations.length])).toEqual([
    [5, 1],
    [5, 1],
    [5, 1],
  ]);
});

describe('the smallest sets are all found, and nothing else', () => {
  test('pairs, against trying every pair', () => {
    const cells = cellsIn(form, 'requests');
    const wrong = fc.tuple(fc.nat(cells.length - 1), fc.integer({ min: 0, max: 9 }));
    let pairs = 0;
    fc.assert(
      fc.property(wrong, wrong, ([one, first], [other, second]) => {
        const values = withChanges(form, right, [
          [cells[one]!.key, BigInt(first)],
          [cells[other]!.key, BigInt(second)],
        ]);
        if (isSound(requests, values)) return;
        const sets = localizeErrors(requests, values, 4).sets;
        if (sets[0]?.size !== 2) {
          expect(sets[0]?.size).toBe(1);
          return;
        }
        pairs++;
        expect(shown(requests, values).sort()).toEqual(pairsThatHelp(requests, values));
      }),
      { numRuns: 60, seed: 4 },
    );
    expect(pairs).toBeGreaterThan(40);
  });

  test('never larger than what was done wrong, up to four', () => {
    const cells = cellsIn(form, 'requests');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(cells.length - 1), fc.bigInt({ min: 0n, max: 9n })), {
          minLength: 1,
          maxLength: 4,
        }),
        (slips) => {
          const values = withChanges(
            form,
            right,
            slips.map(([index, value]) => [cells[index]!.key, value] as const),
          );
          if (isSound(requests, values)) return;
          const { sets } = localizeErrors(requests, values, 4);
          expect(sets.length).toBeGreaterThan(0);
          expect(sets[0]!.size).toBeLessThanOrEqual(slips.length);
          expect(new Set(sets.map(({ size }) => size)).size).toBe(1);
          expect(new Set(shown(requests, values)).size).toBe(sets.length);
        },
      ),
      { numRuns: 60, seed: 5 },
    );
  });

  test('no more changes than asked for', () => {
    const values = withChanges(form, right, [
      ['requests.disclosed.business', 50n],
      ['requests.stateSecret.naturalPerson', 60n],
    ]);
    expect(shown(requests, values, 2)).toHaveLength(1);
    expect(shown(requests, values, 1)).toEqual([]);
  });
});

describe('where the sums leave a choice', () => {
  const [row] = rows;
  const of = (...numbers: (bigint | null)[]) =>
    withChanges(
      form,
      right,
      row!.cells.map(({ key }, index) => [key, numbers[index] ?? null] as const),
    );
  const short = (values: Values) =>
    shown(row!, values).map((set) => set.replaceAll('remedies.reconsideration.', ''));

  test('beside a blank the nearest value is taken, and it is not the only one', () => {
    const values = of(5n, null, 0n, 0n, 3n);
    expect(isSound(row!, values)).toBe(false);
    expect(short(values).sort()).toEqual(['total=5', 'upheld=3']);
    expect(localizeErrors(row!, values, 4).isUnique).toBe(false);
  });

  test('two wrong numbers in one sum, one of them below zero', () => {
    expect(short(of(-2n, 5n, 0n, 0n, 3n))).toContain('upheld=2 total=7');
    expect(short(of(-2n, 5n, 0n, 0n, 3n)).every((set) => set.split(' ').length === 2)).toBe(true);
  });
});
