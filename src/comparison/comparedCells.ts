import { cellsOf, findCell, type CellKey, type FormCell } from '../cells.js';
import type { Form } from '../forms/form.js';

/**
 * The cells of several forms in the order in which they are printed: table by table, row by row. What only
 * an older form has stands where it stood there. Each as the newest form that has it prints it.
 */
export function comparedCells(forms: readonly Form[]): FormCell[] {
  const newestFirst = [...new Set(forms)].sort((one, other) => other.firstYear - one.firstYear);
  const all = newestFirst.map(cellsOf);
  const tables = merged(all, ({ table }) => table.id);
  return tables.flatMap((table) => {
    const ofTable = all.map((cells) => cells.filter((cell) => cell.table.id === table));
    const rows = merged(ofTable, ({ row }) => row.id);
    const columns = merged(ofTable, ({ column }) => column.id);
    return rows.flatMap((row) =>
      columns.flatMap((column) => newest(newestFirst, `${table}.${row}.${column}`) ?? []),
    );
  });
}

function newest(newestFirst: readonly Form[], key: CellKey): FormCell | undefined {
  for (const form of newestFirst) {
    const cell = findCell(form, key);
    if (cell) return cell;
  }
  return undefined;
}

/** The names in the order of the first list; those only in another behind the one they follow there. */
function merged(lists: readonly (readonly FormCell[])[], nameOf: (cell: FormCell) => string): string[] {
  const order: string[] = [];
  for (const cells of lists) {
    let before = -1;
    for (const name of new Set(cells.map(nameOf))) {
      const known = order.indexOf(name);
      if (known < 0) order.splice(before + 1, 0, name);
      before = known < 0 ? before + 1 : known;
    }
  }
  return order;
}
