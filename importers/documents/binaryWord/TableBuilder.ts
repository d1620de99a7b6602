import type { WordBlock, WordCell, WordRow, WordTable } from '../word/wordBlocks.js';
import type { RowShape } from './rowShape.js';

interface BuiltRow {
  readonly cells: readonly (readonly WordBlock[])[];
  readonly shape: RowShape | null;
}

/** Edges this near, in twentieths of a point, are one. */
const sameEdge = 30;

/** Takes the cells and rows of one table as the text goes by. */
export class TableBuilder {
  blocks: WordBlock[] = [];
  private cells: WordBlock[][] = [];
  private readonly rows: BuiltRow[] = [];

  endCell(): void {
    this.cells.push(this.blocks);
    this.blocks = [];
  }

  endRow(shape: RowShape | null): void {
    if (this.blocks.length > 0) this.endCell();
    this.rows.push({ cells: this.cells, shape });
    this.cells = [];
  }

  finish(): WordTable {
    if (this.blocks.length > 0 || this.cells.length > 0) this.endRow(null);
    // Most rows of a table are divided alike.
    const shapes = new Set<RowShape>();
    for (const { shape } of this.rows) if (shape) shapes.add(shape);
    const edges = edgesOf(shapes);
    const places = new Map<RowShape, readonly Place[]>();
    for (const shape of shapes) places.set(shape, placesOf(shape, edges));
    const rows: WordRow[] = [];
    for (const row of this.rows) rows.push(wordRow(row, row.shape && places.get(row.shape)));
    return { kind: 'table', rows };
  }
}

function edgesOf(shapes: ReadonlySet<RowShape>): readonly number[] {
  const found = new Set<number>();
  for (const { edges } of shapes) for (const edge of edges) found.add(edge);
  const all = [...found].sort((one, other) => one - other);
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] ?? edge) > sameEdge);
}

/** The columns of the whole table over which a cell of a row reaches. */
interface Place {
  readonly column: number;
  readonly lastColumn: number;
}

/** The places of the cells of one kind of row. */
function placesOf({ edges: own }: RowShape, edges: readonly number[]): readonly Place[] {
  let from = 0;
  const columns = own.map((edge) => (from = columnAt(edge, edges, from)));
  return columns.map((column, index) => {
    const right = columns[index + 1];
    return { column, lastColumn: right === undefined ? column : Math.max(column, right - 1) };
  });
}

/** The last edge of the table that is not right of an edge of a row; edges of a row mostly go from left to right. */
function columnAt(edge: number, edges: readonly number[], from: number): number {
  let column = (edges[from] ?? Infinity) <= edge + 1 ? from : -1;
  while ((edges[column + 1] ?? Infinity) <= edge + 1) column += 1;
  return column;
}

function wordRow({ cells, shape }: BuiltRow, places: readonly Place[] | null | undefined): WordRow {
  const made: WordCell[] = [];
  for (let index = 0; index < cells.length; index++) {
    const place = places?.[index];
    const column = place ? place.column : index;
    const lastColumn = place ? place.lastColumn : index;
    const merge = shape?.cells[index];
    const isMergedAcross = merge?.isMergedAcross === true;
    if (isMergedAcross) {
      const first = made.findLastIndex((cell) => !cell.isCovered);
      const begun = made[first];
      if (begun) made[first] = { ...begun, lastColumn };
    }
    const isCovered = isMergedAcross || merge?.isMergedDown === true;
    made.push({ column, lastColumn, isCovered, blocks: cells[index] ?? [] });
  }
  return { hidden: false, cells: made };
}
