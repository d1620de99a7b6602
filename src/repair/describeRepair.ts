import { cellsOf, findCell, formatValue, withChanges, type FormCell, type Values } from '../cells.js';
import type { Finding, Numbers } from '../checks/check.js';
import { checkReport } from '../checks/index.js';
import { cellName, sharedPlace, tableName } from '../checks/place.js';
import type { Form } from '../forms/form.js';
import type { Changes } from './localizeErrors.js';
import type { Repair } from './repair.js';
import { slipOf, slips } from './slips.js';
import { wholeSlipOf } from './wholeSlip.js';

/** A set of changes in words, with the findings among `before` that are gone once they are made. */
export function describeRepair(
  { form, values }: Numbers,
  before: readonly Finding[],
  changes: Changes,
  unique: boolean,
): Repair {
  const cells = cellsOf(form);
  const written = [...changes].flatMap(([position, to]) => {
    const cell = cells[position];
    return cell ? [{ cell, to }] : [];
  });
  const repaired = withChanges(
    form,
    values,
    written.map(({ cell, to }) => [cell.key, to] as const),
  );
  const after = checkReport({ form, values: repaired, year: null });
  const settled = before.filter((finding) => !after.some((left) => isSame(left, finding)));
  const whole = wholeSlipOf(form, cells, values, changes);
  const sentences = [
    `${changesInWords(form, values, written, whole !== null)}${whole ? `（${slips[whole].words}）` : ''}。`,
    `${unique ? '这是唯一能使各项相符的改法' : '这是使各项相符的一种改法'}${
      settled.length > 0 ? `，可消除${placesOf(form, settled)}的问题` : ''
    }。`,
    '请对照原始记录核实后再改。',
  ];
  return {
    changes: written.map(({ cell, to }) => ({
      cell: cell.key,
      from: shown(cell, values[cell.position] ?? null),
      to: formatValue(cell.column, to),
    })),
    unique,
    settles: [...new Set(settled.map(({ rule }) => rule))],
    message: sentences.join(''),
  };
}

/** The blank cells of a table are one finding, which is the same while any of them is blank. */
function isSame(left: Finding, right: Finding): boolean {
  if (left.rule !== right.rule) return false;
  return right.cells.length === 0 || left.cells.some((key) => right.cells.includes(key));
}

/** “自然人”列、“（一）予以公开”行: where the findings stand; their rules are listed beside the sentence. */
function placesOf(form: Form, findings: readonly Finding[]): string {
  const places = findings.flatMap(({ cells }) => {
    const targets = cells.flatMap((key) => findCell(form, key) ?? []);
    const [first] = targets;
    if (!first) return [];
    const place = sharedPlace(targets);
    const table = tableName(first);
    return [place === table ? table : place.slice(table.length)];
  });
  return [...new Set(places)].join('、');
}

interface Written {
  readonly cell: FormCell;
  readonly to: bigint;
}

function changesInWords(form: Form, values: Values, written: readonly Written[], isPart: boolean): string {
  const areZeros = written.every(({ cell, to }) => to === 0n && (values[cell.position] ?? null) === null);
  if (written.length > 1 && areZeros) return zerosInWords(written);
  return written.map(({ cell, to }) => changeInWords(form, cell, { values, to, isPart })).join('；');
}

/** 165 blank cells by their tables: nobody reads 165 names. */
function zerosInWords(written: readonly Written[]): string {
  const tables = [...new Set(written.map(({ cell }) => tableName(cell)))].map((table) => {
    const count = written.filter(({ cell }) => tableName(cell) === table).length;
    return `${table} ${count} 格`;
  });
  return `${tables.join('、')}空白，都应为 0`;
}

function changeInWords(
  form: Form,
  cell: FormCell,
  { values, to, isPart }: { readonly values: Values; readonly to: bigint; readonly isPart: boolean },
): string {
  const from = shown(cell, values[cell.position] ?? null);
  const right = formatValue(cell.column, to);
  if (from === null) return `${cellName(cell)}空白，应为 ${right}`;
  const { words } = slips[slipOf(form, cell, values, to)];
  return `${cellName(cell)}由 ${from} 改为 ${right}${words && !isPart ? `（${words}）` : ''}`;
}

function shown(cell: FormCell, value: bigint | null): string | null {
  return value === null ? null : formatValue(cell.column, value);
}
