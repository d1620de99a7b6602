import { problem } from '../../src/problems/problem.js';
import { rowLabelsIn } from '../match/chooseForm.js';
import type { Grid, GridRow } from '../reading/grid.js';
import type { SheetsOfYear } from './sheetsOfYear.js';
import { isTitle } from './title.js';
import { titleParts } from './titleParts.js';

/** A table with so many rows of the form is a whole one, no excerpt that a text cites. */
const wholeTable = 15;

/** What stands under one title of a document. */
interface Part {
  /** null before the first title that states a year. */
  readonly year: number | null;
  readonly title: { readonly text: string; readonly at: string } | null;
  readonly grids: Grid[];
}

/**
 * A document may hold the report of another year too, before or behind its own: what stands under that title is
 * another report, as a sheet with another year is. Titles alone, as in a list of links, part nothing.
 */
export function reportsOfYear(grids: readonly Grid[], asked: number | null): SheetsOfYear {
  const parts = partsOf(grids);
  const whole = parts.filter((part) => part.year !== null && part.grids.some(isWholeTable));
  const years = whole.flatMap(({ year }) => (year === null ? [] : [year]));
  if (new Set(years).size < 2) return { grids, problems: [] };
  const year = asked !== null && years.includes(asked) ? asked : Math.max(...years);
  const others = whole.filter((part) => part.year !== year);
  const titles = others.map(({ title }) => `“${title?.text ?? ''}”`).join('、');
  return {
    grids: parts.filter((part) => !others.includes(part)).flatMap((part) => part.grids),
    problems: [
      problem(
        'TWO_YEARS',
        `文件里还有别的年度的报告${titles}，没有读取；读取的是 ${year} 年度的。请核对；别的年度请单独上传。`,
        { at: others[0]?.title?.at },
      ),
    ],
  };
}

function isWholeTable(grid: Grid): boolean {
  return grid.kind === 'sheet' && rowLabelsIn(grid) >= wholeTable;
}

/** A document is told by its text between tables. */
function partsOf(grids: readonly Grid[]): Part[] {
  let part: Part = { year: null, title: null, grids: [] };
  const parts = [part];
  for (const grid of grids) {
    if (grid.kind !== 'text') {
      part.grids.push(grid);
      continue;
    }
    let rows: GridRow[] = [];
    const endRows = (): void => {
      if (rows.length > 0) part.grids.push({ ...grid, rows });
      rows = [];
    };
    for (const row of grid.rows) {
      const [cell] = row.cells;
      const year = cell && isTitle(cell.text) ? titleParts(cell.text).year : null;
      if (cell && year !== null && year !== part.year) {
        endRows();
        part = { year, title: cell, grids: [] };
        parts.push(part);
      }
      rows.push(row);
    }
    endRows();
  }
  return parts;
}
