import type { Range } from '@e965/xlsx';
import type { MergedDown } from './grid.js';

export interface MergedAreas {
  /**
   * For a row, asked from top to bottom: a function that says of a column which column its cell
   * reaches to, or null when a merged area covers it from elsewhere.
   */
  inRow(row: number): (column: number) => number | null;
  /** As a grid tells it: nothing when no area has more than one row. */
  readonly down: { readonly mergedDown?: readonly MergedDown[] };
}

/** Merged areas, never spread out into cells: one area may claim a whole sheet. */
export function mergedAreas(areas: readonly Range[]): MergedAreas {
  const waiting = [...areas].sort((one, other) => other.s.r - one.s.r);
  let open: Range[] = [];
  const down = areas.filter(({ s, e }) => e.r > s.r);
  return {
    down:
      down.length === 0
        ? {}
        : { mergedDown: down.map(({ s, e }) => ({ row: s.r, lastRow: e.r, column: s.c })) },
    inRow(row) {
      if (areas.length === 0) return (column) => column;
      open = open.filter((area) => area.e.r >= row);
      for (let next = waiting.at(-1); next && next.s.r <= row; next = waiting.at(-1)) {
        if (next.e.r >= row) open.push(next);
        waiting.pop();
      }
      return (column) => {
        const area = open.find(({ s, e }) => s.c <= column && column <= e.c);
        if (!area) return column;
        return area.s.r === row && area.s.c === column ? area.e.c : null;
      };
    },
  };
}
