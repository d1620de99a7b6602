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
    return { kind: 'table', rows: this.rows.map((row) => wordRow(row, edges)) };
  }
}

function edgesOf(rows: readonly BuiltRow[]): number[] {
  const all = rows.flatMap(({ shape }) => shape?.edges ?? []).sort((one, other) => one - other);
  return all.filter((edge, index) => index === 0 || edge - (all[index - 1] ?? edge) > sameEdge);
}

function wordRow({ cells, shape }: BuiltRow, edges: readonly number[]): WordRow {
  const columnAt = (edge: number): number => edges.findLastIndex((known) => known <= edge + 1);
  const made: WordCell[] = [];
  cells.forEach((blocks, index) => {
    const left = shape?.edges[index];
    const right = shape?.edges[index + 1];
    const merge = shape?.cells[index];
    const column = left === undefined ? index : columnAt(left);
    const lastColumn = right === undefined ? column : Math.max(column, columnAt(right) - 1);
    const first = made.findLastIndex((cell) => !cell.isCovered);
    const begun = made[first];
    if (merge?.isMergedAcross && begun) made[first] = { ...begun, lastColumn };
    made.push({
      column,
      lastColumn,
      isCovered: merge?.isMergedAcross === true || merge?.isMergedDown === true,
      blocks,
    });
  });
  return { hidden: false, cells: made };
}
