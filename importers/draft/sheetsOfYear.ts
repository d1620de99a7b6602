import { problem, type Problem } from '../../src/problems/problem.js';
import { linesOf } from '../match/line.js';
import { rowLabelsIn, markerSheet } from '../match/chooseForm.js';
import type { Grid } from '../reading/grid.js';
import { findTitle } from './title.js';

/** Titles stand in the first rows. */
const titleRows = 40;
/** A sheet with fewer rows of the form is no report. */
const fewestLabels = 3;

export interface SheetsOfYear {
  readonly grids: readonly Grid[];
  readonly problems: readonly Problem[];
}

/**
 * A sheet with another year in its title, or in its name beside one of this year, is another report: its numbers
 * never become this one's. The report is that of the year asked for, else the newest.
 */
export function sheetsOfYear(grids: readonly Grid[], asked: number | null): SheetsOfYear {
  const named = grids.filter(
    (grid) => grid.kind === 'sheet' && grid.name !== null && grid.name !== markerSheet,
  );
  if (named.length < 2) return { grids, problems: [] };
  const sheets = named
    .filter((grid) => rowLabelsIn(grid) >= fewestLabels)
    .map((grid) => ({
      grid,
      year: findTitle(linesOf({ ...grid, rows: grid.rows.slice(0, titleRows) }))?.year ?? null,
    }));
  const years = sheets.flatMap(({ year }) => (year === null ? [] : [year]));
  const year = asked !== null && years.includes(asked) ? asked : years.length > 0 ? Math.max(...years) : null;
  const others = sheets.filter((sheet) => sheet.year !== null && sheet.year !== year);
  const own = sheets.filter((sheet) => !others.includes(sheet));
  const past = own.filter(({ grid }) => isOfAnotherYear(grid.name ?? '', year));
  const left = new Set([...others, ...(past.length < own.length ? past : [])].map(({ grid }) => grid));
  if (left.size === 0) return { grids, problems: [] };
  const names = [...left].map(({ name }) => `“${name ?? ''}”`).join('、');
  return {
    grids: grids.filter((grid) => !left.has(grid)),
    problems: [
      problem(
        'TWO_YEARS',
        `工作表${names}是别的年度的报告，没有读取；读取的是${year === null ? '其余的工作表' : ` ${year} 年度的`}。请核对；别的年度请单独上传。`,
        { at: [...left][0]?.name },
      ),
    ],
  };
}

/** 上年, 2023年: the names people give to the copy they keep for comparing. */
function isOfAnotherYear(name: string, year: number | null): boolean {
  if (/上年|上一年|去年|往年|前年/.test(name)) return true;
  const named = /(?<!\d)(20\d{2})(?!\d)/.exec(name)?.[1];
  return named !== undefined && year !== null && Number(named) !== year;
}
