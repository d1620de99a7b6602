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
    table.rows.forEach((given, row) => {
      if (row < repeated) return;
      const isBelowHead = row === repeated && repeated > 0;
      const cells = isBelowHead ? withoutHead(given.cells, rows[repeated - 1]?.cells ?? []) : given.cells;
      const last = rows.at(-1);
      const isAtTop = row === repeated && last !== undefined && table !== parts[0]?.table;
      if (isAtTop && isCut(last.cells, cells, edges)) {
        rows[rows.length - 1] = { place: last.place, cells: mended(last.cells, cells, edges) };
        return;
      }
      if (isAtTop) rows[rows.length - 1] = { place: last.place, cells: unsure(last.cells, cells, edges) };
      rows.push({ place: place(row), cells });
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
  while (repeated < Math.min(deepestHead, next.length) && saysAgain(next[repeated], rows[repeated]))
    repeated += 1;
  return repeated;
}

/** Texts of a head that reach over several rows may be cut off where it is repeated. */
function saysAgain(row: PartRow | undefined, head: JoinedRow | undefined): boolean {
  const texts = (head?.cells ?? []).map(({ text }) => normalizeLabel(text));
  const own = filled(row?.cells ?? []);
  return (
    own.length > 0 &&
    own.every((cell) => !isValue(cell) && texts.some((text) => begins(text, normalizeLabel(cell.text))))
  );
}

const shortestCut = 4;

function begins(whole: string, text: string): boolean {
  return whole === text || (text.length >= shortestCut && whole.startsWith(text));
}

/** The end of a text of the head that was cut off is shown over the row below it. */
function withoutHead(cells: readonly PartCell[], head: readonly PartCell[]): readonly PartCell[] {
  const texts = head.map(({ text }) => normalizeLabel(text));
  return cells.map((cell) => {
    const text = normalizeLabel(cell.text);
    const isHead =
      text.length >= shortestCut && texts.some((whole) => whole !== text && whole.endsWith(text));
    return isHead ? { ...cell, text: '' } : cell;
  });
}

/** How the labels of rows begin: 一、 （一） 1. */
const numbered = /^\s*(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])/u;
/** Rows whose labels have no number. */
const unnumbered = /规章|规范性文件|行政许可|行政处罚|行政强制|收费|采购|管理服务|信息内容|第二十条/u;
/** How such rows begin; the words may stand anywhere in what is left of another label (未按收费通知要求…). */
const unnumberedStart =
  /^\s*(?:规章|(?:行政)?规范性文件|行政许可|行政处罚|行政强制|行政事业.?收费|政府集中采购|其他对外管理服务|信息内容|第二十条)/u;
const valueText = /^[+\-−]?[\d,.，．/—-]+$/u;

/**
 * A row is cut in two by a page break when the lower half begins no row: it holds the rest of a label, the
 * rest of numbers that filled their cell, or the numbers of the label above.
 */
function isCut(upper: readonly PartCell[], lower: readonly PartCell[], edges: readonly number[]): boolean {
  const [above, below] = [filled(upper), filled(lower)];
  const valuesAbove = above.filter(isValue);
  const valuesBelow = below.filter(isValue);
  const rest = below.filter((cell) => !isValue(cell));
  if (above.length === 0 || below.length === 0) return false;
  if (rest.some(beginsRow)) return false;
  if (valuesAbove.length === 0) return isLabelled(above);
  const goOn = new Set(valuesAbove.filter(({ isFull }) => isFull).map(({ x0 }) => nearest(edges, x0)));
  return rest.length <= 2 && valuesBelow.every(({ x0 }) => goOn.has(nearest(edges, x0)));
}

function isValue({ text }: PartCell): boolean {
  return valueText.test(text.trim());
}

function beginsRow({ text }: PartCell): boolean {
  return numbered.test(text) || unnumberedStart.test(text.replace(/\s+/g, ''));
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
    return more ? mendedCell(cell, more) : cell;
  });
  return [...cells, ...rest.values()].sort((one, other) => one.x0 - other.x0);
}

/** A number that filled its cell goes on below; anything else are two lines. */
function mendedCell(cell: PartCell, more: PartCell): PartCell {
  const notices = [...cell.notices, ...more.notices];
  const isOneNumber = cell.isFull && isValue(cell) && isValue(more);
  if (!isOneNumber)
    return { ...cell, text: [cell.text, more.text].filter(Boolean).join('\n'), isFull: more.isFull, notices };
  const text = cell.text + more.text;
  return { ...cell, text, isFull: more.isFull, notices: [...notices, { kind: 'joined', text }] };
}

/** Numbers at the top of a page that have no label may be the rest of those above: then none of them is known. */
function unsure(
  upper: readonly PartCell[],
  lower: readonly PartCell[],
  edges: readonly number[],
): PartCell[] {
  const below = filled(lower);
  if (below.some(beginsRow)) return [...upper];
  const values = below.filter(isValue);
  const isWholeRow = values.length === filled(upper).filter(isValue).length;
  const columns = new Set(values.map(({ x0 }) => nearest(edges, x0)));
  return upper.map((cell) => {
    const isFollowed = isValue(cell) && columns.has(nearest(edges, cell.x0));
    return isFollowed && (cell.isFull || !isWholeRow) ? { ...cell, text: `${cell.text}…` } : cell;
  });
}
