import type { Column, Form, Row, Section, Table } from './forms/form.js';

/**
 * `table.row.column`, the name of one cell in files, API, tests and exports. Any other text is none until
 * `findCell` has found its cell or `isCellKey` has seen its three parts.
 */
export type CellKey = `${string}.${string}.${string}`;

/** Whether a text is written as a key is; which form has that cell, `findCell` knows. */
export function isCellKey(text: string): text is CellKey {
  return /^[A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*){2}$/.test(text);
}

/** The keys by which something is held: `Object.keys` takes them for any texts. */
export function keysOf(byKey: Readonly<Record<CellKey, unknown>>): CellKey[] {
  return Object.keys(byKey).filter(isCellKey);
}

/** What is held by keys, with them. */
export function entriesOf<Held>(byKey: Readonly<Record<CellKey, Held>>): [CellKey, Held][] {
  return Object.entries(byKey).filter((entry): entry is [CellKey, Held] => isCellKey(entry[0]));
}

/** One numeric cell of a form, with everything printed around it. */
export interface FormCell {
  readonly key: CellKey;
  /** The place of its value in a stored array of values; fixed for ever once a form is in use. */
  readonly position: number;
  readonly section: Section;
  readonly table: Table;
  readonly row: Row;
  readonly column: Column;
}

/**
 * The exact values of one report in the order of the form's cells: counts in 件 or 项,
 * money in 分, so that 万元 with six decimals is a whole number. null is blank or unknown, never zero.
 */
export type Values = readonly (bigint | null)[];

/** 1 万元 is 1,000,000 分. */
const moneyDecimals = 6;

/** More than any figure a country can report, and in 分 still well within 64 bits. */
const longestCount = 15;
const longestMoney = 12;

/** Most of what is read: nothing to take apart. */
const plainCount = /^\d{1,15}$/;

interface Layout {
  readonly cells: readonly FormCell[];
  readonly byKey: ReadonlyMap<string, FormCell>;
}

const layouts = new WeakMap<Form, Layout>();

function layoutOf(form: Form): Layout {
  const known = layouts.get(form);
  if (known) return known;
  const cells: FormCell[] = [];
  for (const section of form.sections)
    for (const table of section.tables)
      for (const row of table.rows)
        for (const column of table.columns)
          cells.push({
            key: `${table.id}.${row.id}.${column.id}`,
            position: cells.length,
            section,
            table,
            row,
            column,
          });
  const layout = { cells, byKey: new Map(cells.map((cell) => [cell.key, cell])) };
  layouts.set(form, layout);
  return layout;
}

/** Every numeric cell of a form, in printed order: 198 for form 2019, 200 for form 2021. */
export function cellsOf(form: Form): readonly FormCell[] {
  return layoutOf(form).cells;
}

export function findCell(form: Form, key: string): FormCell | undefined {
  return layoutOf(form).byKey.get(key);
}

export function tablesOf(form: Form): readonly Table[] {
  return form.sections.flatMap((section) => section.tables);
}

/** The key that a term of a rule stands for: `requests.received.*` with the id of a column. */
export function keyOfPattern(pattern: string, id: string): CellKey {
  const key = pattern.replace('*', id);
  if (isCellKey(key)) return key;
  throw new Error(`${pattern} with ${id} is no key of a cell`);
}

/** A report with no number filled in. */
export function blankValues(form: Form): Values {
  return cellsOf(form).map(() => null);
}

/** The value of a cell; undefined when the form has no such cell. */
export function valueAt(form: Form, values: Values, key: CellKey): bigint | null | undefined {
  const cell = findCell(form, key);
  return cell && (values[cell.position] ?? null);
}

/** A copy of the values in which some cells have another value. Keys the form lacks are ignored. */
export function withChanges(
  form: Form,
  values: Values,
  changes: Iterable<readonly [CellKey, bigint | null]>,
): Values {
  const copy = [...values];
  for (const [key, value] of changes) {
    const cell = findCell(form, key);
    if (cell) copy[cell.position] = value;
  }
  return copy;
}

/** The canonical decimal string of a value in the unit of its column: `0`, `-1690`, `25.1`. */
export function formatValue(column: Column, value: bigint): string {
  return column.quantity === 'money' ? formatMoney(value) : value.toString();
}

/** An amount of 分 in 万元. */
export function formatMoney(amount: bigint): string {
  return formatScaled(amount, moneyDecimals);
}

export type ParsedValue =
  | { readonly value: bigint }
  | { readonly refused: 'NOT_A_NUMBER' | 'NOT_WHOLE' | 'TOO_PRECISE' | 'OUT_OF_RANGE' };

/**
 * Reads a plain decimal string (optional sign, digits, optional point and digits) exactly.
 * Refused: NOT_A_NUMBER, NOT_WHOLE (a fraction where items are counted), TOO_PRECISE (more than six
 * decimals of 万元, less than one 分), OUT_OF_RANGE (more than 15 digits of 件, 12 of 万元).
 */
export function parseValue(column: Column, text: string): ParsedValue {
  if (column.quantity !== 'money' && plainCount.test(text)) return { value: wholeNumber(Number(text)) };
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text);
  if (!match) return { refused: 'NOT_A_NUMBER' };
  const [, sign, whole = '', fraction = ''] = match;
  const decimals = column.quantity === 'money' ? moneyDecimals : 0;
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > decimals)
    return { refused: column.quantity === 'money' ? 'TOO_PRECISE' : 'NOT_WHOLE' };
  const longest = column.quantity === 'money' ? longestMoney : longestCount;
  if (whole.replace(/^0+/, '').length > longest) return { refused: 'OUT_OF_RANGE' };
  const size = BigInt(whole + significant.padEnd(decimals, '0'));
  return { value: sign === '-' ? -size : size };
}

/** Most of what reports hold: made once, for the making takes longer than everything that is done with it. */
const small: (bigint | undefined)[] = [];
const mostSmall = 10_000;

/** A whole number that a `number` holds exactly. */
export function wholeNumber(value: number): bigint {
  return value >= 0 && value < mostSmall ? (small[value] ??= BigInt(value)) : BigInt(value);
}

/** How many decimals of its unit a value needs: 4 for 53.6318 万元. */
export function decimalsOf(column: Column, value: bigint): number {
  return formatValue(column, value).split('.')[1]?.length ?? 0;
}

/** The unit shared by all columns of a table, or an empty string when they differ. */
export function commonUnit(table: Table): string {
  const units = new Set(table.columns.map((column) => column.unit));
  return units.size === 1 ? (table.columns[0]?.unit ?? '') : '';
}

function formatScaled(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}${fraction && `.${fraction}`}`;
}

/** Nobody has filled the form in: nothing is wrong with it, and it says nothing. */
export function isEmptyForm(cells: Readonly<Record<CellKey, { readonly value: string | null }>>): boolean {
  return Object.values(cells).every(({ value }) => value === null);
}
