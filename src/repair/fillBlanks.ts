import type { Values } from '../cells.js';
import { valuesIn, type Net } from './equations.js';
import type { Changes } from './localizeErrors.js';
import { forcedValue, rowsOf, tableauOf, type Tableau, type TableauRow } from './tableau.js';

/** The blank cells of a net that only one value ≥ 0 can fill, with that value. By position in the form. */
export function fillBlanks(net: Net, values: Values): Changes {
  const filled = [...valuesIn(net, values)];
  const found = new Map<number, bigint>();
  for (let before = -1; before !== found.size;) {
    before = found.size;
    const tableau = tableauOf(net, filled);
    const zeros = zeroParts([...rowsOf(net, filled), ...tableau.rows], tableau.open);
    for (const [column, value] of [...forced(tableau), ...zeros]) {
      const cell = net.cells[column];
      if (!cell || filled[column] !== null || value < 0n) continue;
      filled[column] = value;
      found.set(cell.position, value);
    }
  }
  return new Map([...found].sort(([one], [other]) => one - other));
}

type Fills = (readonly [column: number, value: bigint])[];

function forced({ rows, open }: Tableau): Fills {
  return rows.flatMap((row) => {
    const value = forcedValue(row, open);
    return value === undefined ? [] : [[row.pivot, value] as const];
  });
}

/** Parts ≥ 0 that add up to nothing are all zero. */
function zeroParts(rows: readonly TableauRow[], open: readonly number[]): Fills {
  return rows.flatMap(({ coefficients, known }) => {
    const parts = open.filter((column) => coefficients[column]);
    const signs = new Set(parts.map((column) => Math.sign(coefficients[column] ?? 0)));
    return known === 0n && signs.size === 1 ? parts.map((column) => [column, 0n] as const) : [];
  });
}
