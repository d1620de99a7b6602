/** One cell of a copied block. */
export interface PastedCell {
  /** What is shown, on one line. */
  readonly text: string;
  /** The stored number where the other program says it, with 15 digits; null otherwise. */
  readonly stored: string | null;
  /** Covered by a merged cell beside or above it. */
  readonly covered: boolean;
}

/** A copied block: rows of cells, all of the same length. */
export type Grid = readonly (readonly PastedCell[])[];

export const blankCell: PastedCell = { text: '', stored: null, covered: false };

/** Without the empty rows and columns at its edges, which one of the two shapes leaves out. */
export function cropped(grid: Grid): Grid {
  const isFilled = ({ text, covered }: PastedCell) => text !== '' || covered;
  const rows = grid.flatMap((row, index) => (row.some(isFilled) ? [index] : []));
  const columns = (grid[0] ?? []).flatMap((_, index) =>
    grid.some((row) => isFilled(row[index] ?? blankCell)) ? [index] : [],
  );
  const [top, bottom] = [rows[0], rows[rows.length - 1]];
  const [left, right] = [columns[0], columns[columns.length - 1]];
  if (top === undefined || bottom === undefined || left === undefined || right === undefined) return [];
  return grid.slice(top, bottom + 1).map((row) => row.slice(left, right + 1));
}

/** All rows as long as the longest. */
export function squared(rows: readonly (readonly PastedCell[])[]): Grid {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => blankCell)]);
}

export function sizeOf(grid: Grid): { readonly rows: number; readonly columns: number } {
  return { rows: grid.length, columns: grid[0]?.length ?? 0 };
}
