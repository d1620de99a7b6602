import { findCell, parseValue, type CellKey, type FormCell } from '../../../src/cells.js';
import type { Form } from '../../../src/forms/form.js';
import { plainText } from '../editing/readCellText.js';
import { texts } from '../texts.js';
import type { Grid, PastedCell } from './Grid.js';

/** Which of the two numbers of a cell is meant. */
export type Meant = 'shown' | 'stored';

/** A cell of the form with what would be written in it. */
export interface PlacedCell {
  readonly key: CellKey;
  readonly column: number;
  readonly shown: string;
  readonly stored: string | null;
  /** How shown and stored stand to each other: rounding is chosen a column, everything else is always asked. */
  readonly relation: 'same' | 'rounded' | 'other';
  /** Why neither can stand there; null when one can. */
  readonly refused: string | null;
}

/** Lays a block over the form from a cell on: rows go down its lines, columns to the right. What falls beside is counted. */
export function placeGrid(
  form: Form,
  lines: readonly CellKey[][],
  anchor: CellKey,
  grid: Grid,
): { readonly cells: readonly PlacedCell[]; readonly outside: number } {
  const top = lines.findIndex((line) => line.includes(anchor));
  const left = lines[top]?.indexOf(anchor) ?? 0;
  const cells: PlacedCell[] = [];
  let outside = 0;
  grid.forEach((row, down) =>
    row.forEach((pasted, right) => {
      if (pasted.covered) return;
      const key = lines[top + down]?.[left + right];
      const cell = key === undefined ? undefined : findCell(form, key);
      if (cell) cells.push(placed(cell, pasted, right));
      else if (pasted.text !== '') outside += 1;
    }),
  );
  return { cells, outside };
}

function placed(cell: FormCell, { text, stored }: PastedCell, column: number): PlacedCell {
  const shown = plainText(text);
  const { key } = cell;
  if (shown === '' && stored === null) return { key, column, shown, stored, relation: 'same', refused: null };
  const shownRead = parseValue(cell.column, shown);
  const storedRead = stored === null ? null : parseValue(cell.column, stored);
  const relation = relationOf(shown, stored);
  if ('value' in shownRead || (storedRead !== null && 'value' in storedRead))
    return { key, column, shown, stored, relation, refused: null };
  return { key, column, shown: text, stored, relation, refused: texts.refused[shownRead.refused] };
}

function relationOf(shown: string, stored: string | null): PlacedCell['relation'] {
  if (stored === null || canonical(shown) === canonical(stored)) return 'same';
  return isRounding(shown, stored) ? 'rounded' : 'other';
}

function canonical(text: string): string {
  const match = /^([+-]?)0*(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = ''] = match;
  const rest = fraction.replace(/0+$/, '');
  return `${sign === '-' ? '-' : ''}${whole}${rest && `.${rest}`}`;
}

/** Whether the stored number, cut to the decimals that are shown, is what is shown; exactly, without floats. */
function isRounding(shown: string, stored: string): boolean {
  const places = shown.split('.')[1]?.length ?? 0;
  const [one, other] = [scaled(shown, places + 16), scaled(stored, places + 16)];
  if (one === null || other === null) return false;
  const difference = one > other ? one - other : other - one;
  return 2n * difference <= BigInt(`1${'0'.repeat(16)}`);
}

function scaled(text: string, places: number): bigint | null {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const value = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  return sign === '-' ? -value : value;
}
