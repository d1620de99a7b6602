import type { Table } from '../../../src/forms/form.js';
import type { Sheets } from '../areas/chooseArea.js';
import { columnIndex } from '../columnIndex.js';
import type { Line } from '../line.js';
import { isFigure } from './oneLineCells.js';

/** The head of a table of one line. */
export interface OneLineHead {
  readonly lines: readonly Line[];
  /** The grid columns of its lowest labels, from left to right. */
  readonly columns: readonly number[];
}

/** A head may stand one label a line: so many lines hold it. */
const searchedLines = 40;

/** The fullest heads, one a sheet: those of the report before those of a blank form or a copy beside it. */
export function bestHeads(
  table: Table,
  lines: readonly Line[],
  {
    rowLines,
    size,
    sheets: { filled, titled },
  }: { readonly rowLines: ReadonlySet<Line>; readonly size: number; readonly sheets: Sheets },
): readonly OneLineHead[] {
  const byGrid = new Map<Line['grid'], OneLineHead>();
  for (const head of headsIn(table, lines, rowLines, size)) {
    const [first] = head.lines;
    const known = first && byGrid.get(first.grid);
    if (first && (!known || labelled(head, size) > labelled(known, size))) byGrid.set(first.grid, head);
  }
  const scored = [...byGrid].map(([grid, head]) => ({
    head,
    score: 10 * labelled(head, size) + (filled.has(grid) ? 2 : 0) + (titled.has(grid) ? 1 : 0),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ head }) => head);
}

/** Every head that names all of the table. */
export function wholeHeads(
  table: Table,
  lines: readonly Line[],
  { rowLines, size }: { readonly rowLines: ReadonlySet<Line>; readonly size: number },
): readonly OneLineHead[] {
  return headsIn(table, lines, rowLines, size).filter((head) => labelled(head, size) === size);
}

/** How much of the table a head names; with more labels than columns it is not its own alone. */
function labelled({ columns }: OneLineHead, size: number): number {
  return columns.length > size ? 0 : columns.length;
}

function headsIn(
  table: Table,
  lines: readonly Line[],
  rowLines: ReadonlySet<Line>,
  size: number,
): OneLineHead[] {
  const index = columnIndex(table);
  const [first] = table.columns;
  const starts = lines.flatMap((line, place) =>
    !rowLines.has(line) && line.cells.some((cell) => index.find(cell.text)?.line === first) ? [place] : [],
  );
  return starts.map((start) => {
    const found: Line[] = [];
    const columns = new Set<number>();
    for (const line of lines.slice(start, start + searchedLines)) {
      if (line.grid !== lines[start]?.grid || rowLines.has(line)) break;
      const labels = line.cells.filter((cell) => index.find(cell.text));
      const figures = line.cells.filter(isFigure);
      // 合计 before a row of figures is no head of a column.
      if (figures.length > labels.length) break;
      if (labels.length === 0 && (columns.size >= size || figures.length > 0)) break;
      if (labels.length === 0) continue;
      found.push(line);
      for (const label of labels) columns.add(label.column);
    }
    return { lines: found, columns: ownColumns([...columns], size) };
  });
}

/** A copy of the table may stand to the right of it, behind a gap. */
function ownColumns(columns: readonly number[], size: number): readonly number[] {
  const sorted = [...columns].sort((left, right) => left - right);
  const isApart = (sorted[size] ?? 0) > (sorted[size - 1] ?? 0) + 1;
  return sorted.length === 2 * size && isApart ? sorted.slice(0, size) : sorted;
}
