import { normalizeLabel } from '../../match/labels.js';
import type { Block, TableCell, TableRow } from '../blocks.js';
import type { PlacedNotice } from '../notices.js';
import { rowPlaceCell } from '../../reading/grid.js';
import { clustered } from './lattice.js';
import type { PartCell, PartRow, TablePart } from './parts.js';

/** The parts of one table, each with the page it stands on. */
export interface TableOnPages {
  readonly parts: readonly { readonly page: number; readonly table: TablePart }[];
}

interface JoinedRow {
  readonly place: string;
  readonly cells: readonly PartCell[];
}

/** How far the borders of a table may move from page to page. */
const sameEdge = 8;

/** Whether a table at the top of a page goes on from the one at the bottom of the page before. */
export function goesOn(before: TablePart, table: TablePart): boolean {
  return [0, -1].every((end) => Math.abs((before.xs.at(end) ?? 0) - (table.xs.at(end) ?? 0)) <= sameEdge);
}

/** One table of all its parts. */
export function joinTable(
  { parts }: TableOnPages,
  number: number,
): { block: Block; notices: PlacedNotice[] } {
  const edges = clustered(parts.flatMap(({ table }) => table.xs));
  const rows: JoinedRow[] = [];
  for (const { page, table } of parts) {
    const place = (row: number): string => `第${page}页 表${number} R${row + 1}`;
    const repeated = rows.length === 0 ? 0 : repeatedHead(rows, table.rows);
    table.rows.forEach(({ cells }, row) => {
      if (row < repeated) return;
      const last = rows.at(-1);
      if (row === repeated && last && table !== parts[0]?.table && isCut(last.cells, cells, edges))
        rows[rows.length - 1] = { place: last.place, cells: mended(last.cells, cells, edges) };
      else rows.push({ place: place(row), cells });
    });
  }
  const notices: PlacedNotice[] = [];
  const columnOf = (x: number): number => nearest(edges, x);
  const tableRows = rows.map(({ place, cells }): TableRow => ({
    place,
    cells: cells.map((cell): TableCell => {
      const column = columnOf(cell.x0);
      for (const notice of cell.notices) notices.push({ ...notice, place: rowPlaceCell(place, column) });
      return { column, lastColumn: Math.max(column, columnOf(cell.x1) - 1), text: cell.text };
    }),
  }));
  return { block: { kind: 'table', rows: tableRows }, notices };
}

function nearest(edges: readonly number[], x: number): number {
  return edges.reduce(
    (best, edge, index) => (Math.abs(edge - x) < Math.abs((edges[best] ?? 0) - x) ? index : best),
    0,
  );
}

const deepestHead = 6;

/** How many rows at the top of a page only say the head of the table again. */
function repeatedHead(rows: readonly JoinedRow[], next: readonly PartRow[]): number {
  let repeated = 0;
  for (; repeated < Math.min(deepestHead, next.length, rows.length); repeated++) {
    const text = rowText(next[repeated]?.cells ?? []);
    if (text === '' || /^\d*$/.test(text) || text !== rowText(rows[repeated]?.cells ?? [])) break;
  }
  return repeated;
}

function rowText(cells: readonly PartCell[]): string {
  return normalizeLabel(cells.map(({ text }) => text).join(''));
}

/** How the labels of rows begin: 一、 （一） 1. */
const numbered = /^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])/u;
/** Rows whose labels have no number. */
const unnumbered = /规章|规范性文件|行政许可|行政处罚|行政强制|收费|采购|管理服务|信息内容|第二十条/u;
const valueText = /^[+\-−]?[\d,.，．/—-]+$/u;

/**
 * A row is cut in two by a page break when the upper half has its values and the lower half the rest of its
 * label, or the other way round.
 */
function isCut(upper: readonly PartCell[], lower: readonly PartCell[], edges: readonly number[]): boolean {
  const upperTexts = filled(upper);
  const lowerTexts = filled(lower);
  const upperValues = upperTexts.filter(({ text }) => valueText.test(text.trim()));
  const lowerValues = lowerTexts.filter(({ text }) => valueText.test(text.trim()));
  const tail = lowerTexts.filter(({ text }) => !valueText.test(text.trim()));
  if (upperTexts.length === 0 || lowerTexts.length === 0) return false;
  if (tail.some(({ text }) => numbered.test(text) || unnumbered.test(text))) return false;
  if (upperValues.length > 0 && lowerValues.length > 0) return false;
  const columns = new Set(upperTexts.map(({ x0 }) => nearest(edges, x0)));
  if (tail.length > 0)
    return upperValues.length > 0 ? lowerValues.length === 0 && tail.length <= 2 : isLabelled(upperTexts);
  // Only values below: they belong to the label above, which has none of its own.
  return (
    upperValues.length === 0 &&
    lowerValues.every(({ x0 }) => !columns.has(nearest(edges, x0))) &&
    isLabelled(upperTexts)
  );
}

function isLabelled(cells: readonly PartCell[]): boolean {
  return cells.some(({ text }) => numbered.test(text) || unnumbered.test(text));
}

function filled(cells: readonly PartCell[]): PartCell[] {
  return cells.filter(({ text }) => text.trim() !== '');
}

function mended(
  upper: readonly PartCell[],
  lower: readonly PartCell[],
  edges: readonly number[],
): PartCell[] {
  const rest = new Map(filled(lower).map((cell) => [nearest(edges, cell.x0), cell]));
  const cells = upper.map((cell) => {
    const column = nearest(edges, cell.x0);
    const more = rest.get(column);
    rest.delete(column);
    if (!more) return cell;
    return {
      ...cell,
      text: [cell.text, more.text].filter(Boolean).join('\n'),
      notices: [...cell.notices, ...more.notices],
    };
  });
  return [...cells, ...rest.values()].sort((one, other) => one.x0 - other.x0);
}
