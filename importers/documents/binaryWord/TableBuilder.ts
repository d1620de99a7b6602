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
    const edges = edgesOf(this.rows);
    const places = new Map<RowShape | null, readonly Place[]>();
    const rows = this.rows.map((row) => {
      let own = places.get(row.shape);
      if (!own) places.set(row.shape, (own = placesOf(row.shape, edges)));
      return wordRow(row, own);
    });
    return { kind: 'table', rows };
  }
}

function edgesOf(rows: readonly BuiltRow[]): number[] {
  const found = new Set<number>();
  for (const { shape } of rows) for (const edge of shape?.edges ?? []) found.add(edge);
  const all = [...found].sort((one, other) => one - other);
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] ?? edge) > sameEdge);
}

/** The columns of the whole table over which a cell of a row reaches. */
interface Place {
  readonly column: number;
  readonly lastColumn: number;
}

/** Most rows of a table are divided alike: the places of the cells of each kind of row. */
function placesOf(shape: RowShape | null, edges: readonly number[]): readonly Place[] {
  const columnAt = (edge: number): number => edges.findLastIndex((known) => known <= edge + 1);
  return (shape?.edges ?? []).map((left, index, all) => {
    const column = columnAt(left);
    const right = all[index + 1];
    return { column, lastColumn: right === undefined ? column : Math.max(column, columnAt(right) - 1) };
  });
}

function wordRow({ cells, shape }: BuiltRow, places: readonly Place[]): WordRow {
  const made: WordCell[] = [];
  for (let index = 0; index < cells.length; index++) {
    const { column, lastColumn } = places[index] ?? { column: index, lastColumn: index };
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
