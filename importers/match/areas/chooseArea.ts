import type { Row } from '../../../src/forms/form.js';
import { isBlankMark, looksLikeValue } from '../../draft/readNumber.js';
import type { Grid } from '../../reading/grid.js';
import type { BoundRow } from '../BoundRow.js';
import { cellsAfter } from '../line.js';
import type { TableArea } from './tableAreas.js';
import type { TableHead } from './tableHeads.js';

/** Where a table is read, and where else the file has rows like its own. */
export interface ChosenArea {
  /** More than one where nothing tells them apart. */
  readonly areas: readonly TableArea[];
  readonly elsewhere: readonly TableArea[];
}

/** What the file says about its sheets. */
export interface Sheets {
  /** Those with the head of any table. */
  readonly headed: ReadonlySet<Grid>;
  readonly titled: ReadonlySet<Grid>;
  /** Those with a number in a row of any table: the others are blank forms. */
  readonly filled: ReadonlySet<Grid>;
}

/**
 * The rows of a table come from one place: the one under its head and the report's title, with more of its
 * rows. A dictionary, a chart's data or last year's copy never fills what was left blank there.
 */
export function chooseArea(
  areas: readonly TableArea[],
  heads: readonly TableHead[],
  sheets: Sheets,
): ChosenArea {
  const all = areas.filter((area) => isClaim(area, areas, sheets));
  const filled = all.filter(({ grid }) => sheets.filled.has(grid));
  // Rows that lost their labels below their head in the report are not those of a blank form.
  const isLost = filled.length === 0 && heads.some(({ grid }) => sheets.filled.has(grid));
  const claims = filled.length > 0 ? filled : isLost ? [] : all;
  const scored = claims
    .map((area) => ({ area, score: scoreOf(area, sheets) }))
    .sort((left, right) => right.score - left.score);
  const [best] = scored;
  if (!best) return { areas: [], elsewhere: areas };
  const rivals = scored
    .filter(({ area, score }) => area !== best.area && score === best.score && overlaps(area, best.area))
    .map(({ area }) => area);
  const chosen = [best.area, ...rivals];
  // A table that a page break or a sheet's end has parted.
  const parts = rivals.length > 0 ? [] : claims.filter((area) => isPart(area, best.area, claims));
  return {
    areas: rivals.length > 0 ? chosen : [joined(best.area, parts)],
    elsewhere: areas.filter((area) => !chosen.includes(area) && !parts.includes(area)),
  };
}

function isClaim(area: TableArea, areas: readonly TableArea[], { headed }: Sheets): boolean {
  if (area.isBeside || area.isAstray) return false;
  if (area.head !== null || headed.size === 0) return true;
  const isHeadedElsewhere = areas.some((other) => other.head !== null && other.grid !== area.grid);
  return headed.has(area.grid) && !isHeadedElsewhere;
}

/** A head is worth two rows, the report's title one. */
function scoreOf({ rows, head, grid }: TableArea, { titled }: Sheets): number {
  return rows.size + (head ? 2 : 0) + (titled.has(grid) ? 1 : 0);
}

function overlaps(one: TableArea, other: TableArea): boolean {
  return [...one.rows.keys()].some((row) => other.rows.has(row));
}

function isPart(area: TableArea, best: TableArea, claims: readonly TableArea[]): boolean {
  if (area === best || (area.head === null && best.head !== null && area.grid !== best.grid)) return false;
  return claims.every((other) => other === area || !overlaps(area, other));
}

function joined(best: TableArea, parts: readonly TableArea[]): TableArea {
  const rows = new Map<Row, BoundRow[]>(best.rows);
  for (const part of parts) for (const [row, copies] of part.rows) rows.set(row, copies);
  return { ...best, rows };
}

/** A number stands beside one of its labels. */
export function hasNumbers(area: TableArea): boolean {
  return [...area.rows.values()]
    .flat()
    .some(({ line, label }) =>
      cellsAfter(line, label?.lastColumn ?? -1).some(
        (cell) => looksLikeValue(cell) && !isBlankMark(cell.text),
      ),
    );
}
