import type { Column, Table } from '../../../src/forms/form.js';
import { looksLikeValue } from '../../draft/readNumber.js';
import type { GridCell } from '../../reading/grid.js';
import { columnIndex } from '../columnIndex.js';
import type { Line } from '../line.js';
import type { OneLine } from './oneLineTokens.js';

/** One number of the table with the label of its column. */
interface Labelled {
  readonly column: Column;
  readonly line: Line;
  readonly cell: GridCell | null;
}

/**
 * A table of one line that somebody broke up: a label and its number on each line, or a head and its numbers
 * for each row, one block below the other. undefined unless every number of it has its label.
 */
export function oneLineBlocks(table: Table, lines: readonly Line[]): OneLine | undefined {
  const index = columnIndex(table);
  const found: Labelled[] = [];
  let head: { readonly label: GridCell; readonly column: Column }[] = [];
  for (const line of lines) {
    if (line.spaced) return undefined;
    const labels = line.cells.flatMap((label) => {
      const column = label.number === null ? index.find(label.text)?.line : undefined;
      return column ? [{ label, column }] : [];
    });
    const last = labels.at(-1);
    const values = line.cells.filter(
      (cell) => cell.column > (last?.label.column ?? -1) && looksLikeValue(cell),
    );
    const isBesideLabel = labels.length === 1 && last !== undefined && values.length <= 1;
    if (isBesideLabel && (values.length === 1 || found.length > 0)) {
      if (head.length > 0) return undefined;
      found.push({ column: last.column, line, cell: values[0] ?? null });
    } else if (labels.length > 0) {
      if (values.length > 0) return undefined;
      head = [...head, ...labels].sort((one, other) => one.label.column - other.label.column);
    } else if (values.length > 0) {
      if (head.length === 0 && found.length === 0) continue;
      const byColumn = new Map(line.cells.map((cell) => [cell.column, cell]));
      if (!values.every((cell) => head.some(({ label }) => label.column === cell.column))) break;
      for (const { label, column } of head)
        found.push({ column, line, cell: byColumn.get(label.column) ?? null });
      head = [];
    }
  }
  return isWhole(table, found) ? lineOf(found) : undefined;
}

/** Every column once for each row of the form, in its order. */
function isWhole({ columns, rows }: Table, found: readonly Labelled[]): boolean {
  return (
    found.length === columns.length * rows.length &&
    found.every(({ column }, place) => column === columns[place % columns.length])
  );
}

function lineOf(found: readonly Labelled[]): OneLine {
  return {
    line: found[0]?.line ?? null,
    columns: found.map(({ cell }) => cell?.column ?? null),
    cells: found.map(({ cell }) => cell),
    isAmbiguous: false,
  };
}
