import type { FormCell } from '../../src/cells.js';
import { totalsOf } from '../../src/checks/sums/totals.js';
import { addressIn, type GridCell } from '../reading/grid.js';
import { labelEnd } from './lostLabels.js';
import type { Reading } from './Reading.js';
import { blankBesideCount, rowAmbiguous, valuesLost } from './tableProblems.js';
import type { PlacedRow } from './valueColumns.js';

/** Reads the values of one row from where they stand. */
export function readPlaced(
  reading: Reading,
  { bound, columns, cells, isAmbiguous, isCounted }: PlacedRow,
  targets: readonly FormCell[],
  units: readonly (string | null)[],
): void {
  const { line } = bound;
  reading.tableLines.add(line);
  if (isAmbiguous) {
    reading.lose(targets);
    const texts = line.cells.filter((cell) => cell.column > labelEnd(bound)).map((cell) => cell.text.trim());
    if (targets[0]) reading.problems.push(rowAmbiguous(targets[0], targets.length, texts, line));
    reading.ambiguous.push({ bound, texts });
    return;
  }
  const tail: FormCell[] = [];
  targets.forEach((target, index) => {
    const cell = cells[index];
    const column = columns[index] ?? null;
    if (cell) return reading.read(cell, target, units[index] ?? null);
    const hasNoPlace = column === null || (line.width !== null && !line.spaced && column >= line.width);
    reading.blank(target, hasNoPlace ? null : addressIn(line.grid, line.row, column));
    if (hasNoPlace && cells.some((other) => other !== null)) tail.push(target);
    else if (isCounted && column !== null)
      reading.problems.push(blankBesideCount(target, addressIn(line.grid, line.row, column)));
  });
  const [first, ...others] = tail.length > 0 ? tail : lostTotal(reading, targets, cells);
  if (!first) return;
  for (const target of [first, ...others]) reading.lost.add(target.key);
  reading.problems.push(
    valuesLost([first, ...others], reading.cells.get(first.key)?.at ?? line.cells[0]?.at),
  );
}

/** The total of a row that has all its parts, not all zero, and no total: nobody left that blank for zero. */
function lostTotal(
  reading: Reading,
  targets: readonly FormCell[],
  cells: readonly (GridCell | null)[],
): readonly FormCell[] {
  const last = targets.at(-1);
  if (!last || cells.at(-1)) return [];
  const keys = new Set(targets.map(({ key }) => key));
  const sums = totalsOf(reading.form).get(last.key) ?? [];
  const parts = sums.find((sum) => sum.every((key) => keys.has(key))) ?? [];
  const values = parts.map((key) => reading.cells.get(key)?.value ?? null);
  const isLost = !values.includes(null) && values.some((value) => value !== '0');
  return isLost ? [last] : [];
}
