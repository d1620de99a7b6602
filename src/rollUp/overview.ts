import { percentageOf } from '../comparison/percentageOf.js';

/** What the agencies of one group reported in one year, a number for each cell asked for. */
export interface GroupYear {
  /** By what they are grouped; null for those of whom it is not known. */
  readonly group: string | null;
  readonly year: number;
  /** How many reports. */
  readonly filed: number;
  /** null where none of them filled the cell in, or its form says nothing of it. */
  readonly values: readonly (bigint | null)[];
}

/** A number beside those of the other groups and of the year before. */
export interface OverviewValue {
  readonly value: bigint | null;
  /** 占比: in per cent of all groups, to one decimal; null where they come to nothing above zero. */
  readonly share: string | null;
  /** 位次: 1 for the largest; equal numbers share a rank, and the next one is passed over. */
  readonly rank: number | null;
  /** 增减: this less the year before; null where either is missing. */
  readonly difference: bigint | null;
  /** 增减百分比: of the year before, to one decimal; null also where that is not above zero. */
  readonly percentage: string | null;
}

export interface OverviewYear {
  readonly year: number;
  readonly filed: number;
  /** In the order of the cells asked for. */
  readonly values: readonly OverviewValue[];
}

export interface OverviewGroup {
  readonly group: string | null;
  readonly years: readonly OverviewYear[];
}

export interface OverviewTable {
  readonly groups: readonly OverviewGroup[];
  /** All groups together. */
  readonly total: readonly OverviewYear[];
}

/**
 * 年度分析: groups side by side, year by year, exact. The rows may reach back one year further than `years`, so
 * that the first year has one before it. Groups stand in the order in which they first occur.
 */
export function overview(rows: readonly GroupYear[], years: readonly number[], cells: number): OverviewTable {
  const totals = new Map<number, Numbers>();
  for (const { year } of rows)
    if (!totals.has(year))
      totals.set(
        year,
        together(
          rows.filter((row) => row.year === year),
          cells,
        ),
      );
  const groups = [...new Set(rows.map(({ group }) => group))].map((group) => {
    const byYear = new Map(rows.filter((row) => row.group === group).map((row) => [row.year, row]));
    return { group, years: years.map((year) => yearOf(year, byYear, { totals, rows, cells })) };
  });
  return { groups, total: years.map((year) => yearOf(year, totals, { totals, rows: [], cells })) };
}

type Numbers = Pick<GroupYear, 'filed' | 'values'>;

function yearOf(
  year: number,
  byYear: ReadonlyMap<number, Numbers>,
  {
    totals,
    rows,
    cells,
  }: {
    readonly totals: ReadonlyMap<number, Numbers>;
    readonly rows: readonly GroupYear[];
    readonly cells: number;
  },
): OverviewYear {
  const others = rows.filter((row) => row.year === year);
  return {
    year,
    filed: byYear.get(year)?.filed ?? 0,
    values: Array.from({ length: cells }, (_, index) => {
      const at = (numbers: Numbers | undefined) => numbers?.values[index] ?? null;
      const value = at(byYear.get(year));
      const whole = at(totals.get(year));
      return {
        value,
        share: value === null || whole === null ? null : percentageOf(value, whole),
        rank: value === null || others.length === 0 ? null : rankOf(value, others.map(at)),
        ...trend(value, at(byYear.get(year - 1))),
      };
    }),
  };
}

function trend(
  value: bigint | null,
  before: bigint | null,
): Pick<OverviewValue, 'difference' | 'percentage'> {
  if (value === null || before === null) return { difference: null, percentage: null };
  return { difference: value - before, percentage: percentageOf(value - before, before) };
}

function rankOf(value: bigint, others: readonly (bigint | null)[]): number {
  return 1 + others.filter((other) => other !== null && other > value).length;
}

/** What is unknown of one group adds nothing; unknown of all stays unknown. */
function together(rows: readonly GroupYear[], cells: number): Numbers {
  return {
    filed: rows.reduce((sum, { filed }) => sum + filed, 0),
    values: Array.from({ length: cells }, (_, index) => {
      const known = rows.flatMap(({ values }) => values[index] ?? []);
      return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0n);
    }),
  };
}
