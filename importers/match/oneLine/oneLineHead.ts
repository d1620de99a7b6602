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
    if (first && (!known || head.columns.length > known.columns.length)) byGrid.set(first.grid, head);
  }
  const scored = [...byGrid].map(([grid, head]) => ({
    head,
    score: 10 * head.columns.length + (filled.has(grid) ? 2 : 0) + (titled.has(grid) ? 1 : 0),
  }));
  const best = Math.max(...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score === best).map(({ head }) => head);
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
    return { lines: found, columns: [...columns].sort((left, right) => left - right) };
  });
}
