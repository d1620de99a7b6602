import { describe, expect, test } from 'vitest';
import { overview, type GroupYear } from '../../src/rollUp/overview.js';

const row = (group: string | null, year: number, ...values: (bigint | null)[]): GroupYear => ({
  group,
  year,
  filed: 1,
  values,
});

const of = (rows: readonly GroupYear[], years: readonly number[], cells = 1) => overview(rows, years, cells);
const first = (rows: readonly GroupYear[]) =>
  of(rows, [2024]).groups.map(({ group, years }) => [group, years[0]?.values[0]] as const);

describe('an overview', () => {
  test('gives share, rank, difference and percentage of each group', () => {
    const rows = [row('A', 2023, 100n), row('B', 2023, 50n), row('A', 2024, 250n), row('B', 2024, 750n)];
    expect(first(rows)).toEqual([
      ['A', { value: 250n, share: '25', rank: 2, difference: 150n, percentage: '150' }],
      ['B', { value: 750n, share: '75', rank: 1, difference: 700n, percentage: '1400' }],
    ]);
    expect(of(rows, [2024]).total).toEqual([
      {
        year: 2024,
        filed: 2,
        values: [{ value: 1000n, share: '100', rank: null, difference: 850n, percentage: '566.7' }],
      },
    ]);
  });

  test('shares a rank among equals and passes the next one over', () => {
    const ranks = first([row('A', 2024, 5n), row('B', 2024, 9n), row('C', 2024, 5n), row('D', 2024, 1n)]);
    expect(ranks.map(([group, value]) => [group, value?.rank])).toEqual([
      ['A', 2],
      ['B', 1],
      ['C', 2],
      ['D', 4],
    ]);
  });

  test('leaves unknown what is unknown, in the ranks and in the sums', () => {
    const rows = [row('A', 2024, null), row('B', 2024, 0n), row(null, 2024, 3n)];
    expect(first(rows)).toEqual([
      ['A', { value: null, share: null, rank: null, difference: null, percentage: null }],
      ['B', { value: 0n, share: '0', rank: 2, difference: null, percentage: null }],
      [null, { value: 3n, share: '100', rank: 1, difference: null, percentage: null }],
    ]);
    expect(of([row('A', 2024, null)], [2024]).total[0]?.values[0]?.value).toBeNull();
  });

  test('has every year asked for in every group, and none more', () => {
    const table = of([row('A', 2020, 1n), row('B', 2022, 2n)], [2021, 2022], 1);
    expect(table.groups.map(({ years }) => years.map(({ year, filed }) => [year, filed]))).toEqual([
      [
        [2021, 0],
        [2022, 0],
      ],
      [
        [2021, 0],
        [2022, 1],
      ],
    ]);
    expect(table.groups[0]?.years[0]?.values[0]).toMatchObject({ value: null, difference: null });
  });

  test('is exact beyond 2⁶³, with shares of what can be shared', () => {
    const large = 10n ** 30n;
    const [[, value] = []] = first([
      row('A', 2023, large),
      row('A', 2024, large + 1n),
      row('B', 2024, large - 1n),
    ]);
    expect(value).toMatchObject({ value: large + 1n, share: '50', difference: 1n, percentage: '0' });
    const negative = first([row('A', 2024, -5n), row('B', 2024, 3n)]);
    expect(negative.map(([, each]) => [each?.share, each?.rank])).toEqual([
      [null, 2],
      [null, 1],
    ]);
  });
});
