import { labelStem, normalizeLabel } from '../match/labels.js';
import type { Grid, GridCell, GridRow } from '../reading/grid.js';
import { fieldLabels, otherLabels, personalLabels, type FieldLabel } from './ledgerFields.js';
import { readDay } from './readDay.js';

/** A column with all that its head says. */
export interface HeadColumn {
  readonly column: number;
  /** Heads over sub-heads, as printed. */
  readonly parts: readonly string[];
  /** `申请情况 / 收到日期`. */
  readonly label: string;
  readonly at: string;
}

/** The head of a ledger, one to three rows. */
export interface Head {
  readonly columns: readonly HeadColumn[];
  /** The place of its last row among the rows of the grid. */
  readonly lastIndex: number;
  readonly firstIndex: number;
}

/** A head stands near the top. */
const searchedRows = 40;
const mostHeadRows = 3;
const longestLabel = 60;
const fewestFields = 3;

/** Finds the head of a ledger: the one to three rows whose labels are those of most fields; null for no ledger. */
export function findHead(grid: Grid, confirmed: readonly string[]): Head | null {
  const { rows } = grid;
  let best: { head: Head; score: number } | null = null;
  const wanted = confirmed.flatMap((label) => label.split('+').map((part) => normalizeLabel(part)));
  for (let first = 0; first < Math.min(rows.length, searchedRows); first += 1)
    for (let depth = 1; depth <= mostHeadRows; depth += 1) {
      const head = headAt(rows, first, depth);
      if (!head) break;
      const score = scoreOf(head, wanted) - depth / 10;
      if (score > (best?.score ?? fewestFields - 1)) best = { head, score };
    }
  return best?.head ?? null;
}

/** A row that could be the head of a ledger whose words nobody knows: several labels over a column of days. */
export function likelyHead(grid: Grid): Head | null {
  for (let first = 0; first < Math.min(grid.rows.length, searchedRows); first += 1) {
    const head = headAt(grid.rows, first, 1);
    if (head && head.columns.length >= 4 && grid.rows.slice(first + 1, first + 4).some(hasDay)) return head;
  }
  return null;
}

function scoreOf(head: Head, wanted: readonly string[]): number {
  const fields = new Set<string>();
  let known = 0;
  for (const column of head.columns) {
    const text = normalizeLabel(column.label);
    const leaf = normalizeLabel(column.parts.at(-1) ?? '');
    const field = labelOf(column)?.field;
    if (wanted.includes(text) || wanted.includes(leaf)) fields.add(`confirmed ${text}`);
    else if (field !== undefined && field !== 'serial') fields.add(field);
    else if (field === 'serial' || personalLabels.test(leaf) || otherLabels.test(leaf)) known += 1;
  }
  const kinds = head.columns.flatMap(({ parts }) => kindOver(parts) ?? []);
  for (const field of kinds) fields.add(field);
  return fields.size + Math.min(known, 3) / 4 + (kinds.length >= 2 ? 0.5 : 0);
}

/** 公民 and 企业 below 申请人类型: columns to tick. */
function kindOver(parts: readonly string[]): 'applicant' | 'outcome' | null {
  const over = parts.length > 1 && !labelOf({ parts }) ? labelOf({ parts: parts.slice(0, -1) })?.field : null;
  return over === 'applicant' || over === 'outcome' ? over : null;
}

/** 答复情况 over 类别 is 答复类别. */
const groupEnding = /(?<=..)(?:情况|信息|环节|阶段|部分|栏|内容)$/;

/** What a column is by its label, the surest reading first. */
export function labelOf({ parts }: Pick<HeadColumn, 'parts'>): FieldLabel | undefined {
  return labelOfParts(parts) ?? labelOfParts(parts.map((part) => part.replace(note, '')));
}

/** 申请编号（必填）, 收到日期（年月日）: what a head says beside its name. */
const note = /(?<=\S)[（(【[][^（()）【】[\]]*[)）】\]]$/u;

function labelOfParts(parts: readonly string[]): FieldLabel | undefined {
  const leaf = labelStem(parts.at(-1) ?? '');
  const groups = parts.slice(0, -1).map((part) => labelStem(part).replace(groupEnding, ''));
  const whole = groups.join('') + leaf;
  return (
    fieldLabels.find(({ label, not }) => label.test(whole) && !not?.test(whole)) ??
    (parts.length > 1 && !/复议|诉讼|第三方|征求|补正|延期/.test(whole)
      ? fieldLabels.find(({ label, not }) => label.test(leaf) && !not?.test(whole))
      : undefined)
  );
}

function headAt(rows: readonly GridRow[], first: number, depth: number): Head | null {
  const head = rows.slice(first, first + depth);
  const last = head.at(-1);
  if (head.length < depth || !last || !head.every((row, index) => row.row === (head[0]?.row ?? 0) + index))
    return null;
  if (!head.every(isLabels) || head.some((row) => isTitle(row, head))) return null;
  if (depth > 1 && !head.slice(1).every((row, index) => refines(row, head[index]!))) return null;
  const columns = [...new Set(head.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort(
    (one, other) => one - other,
  );
  return {
    columns: columns.flatMap((column) => headColumn(head, column)),
    firstIndex: first,
    lastIndex: first + depth - 1,
  };
}

/** A row of labels holds no number and no day. */
function isLabels({ cells }: GridRow): boolean {
  return cells.every(
    (cell) =>
      cell.number === null &&
      cell.serial === undefined &&
      cell.fault === undefined &&
      cell.text.length <= longestLabel &&
      !isDay(cell) &&
      !/^\d[\d-]*$/.test(cell.text.trim()),
  );
}

const anyYear = { from1904: false, headingYear: null, year: 2024 };

function isDay(cell: GridCell): boolean {
  const read = readDay(cell, anyYear);
  return read.day !== null || (read.fault === 'DAY_UNCLEAR' && read.isYes === undefined);
}

function hasDay({ cells }: GridRow): boolean {
  return cells.some((cell) => cell.serial !== undefined || readDay(cell, anyYear).day !== null);
}

/** A heading over the whole table, or a line of its own. */
function isTitle({ cells }: GridRow, head: readonly GridRow[]): boolean {
  const widths = head.flatMap((row) => row.cells.map(({ lastColumn }) => lastColumn));
  const [only] = cells;
  const width = Math.max(...widths) + 1;
  return cells.length < 2 || (only !== undefined && only.lastColumn - only.column + 1 > width * 0.8);
}

/** Whether a row divides what stands above it. */
function refines(row: GridRow, above: GridRow): boolean {
  return row.cells.some(({ column }) => {
    const over = above.cells.find((cell) => cell.column <= column && column <= cell.lastColumn);
    return !over || over.lastColumn > over.column || over.column < column;
  });
}

/** The labels over a column, from the top; a head reaches to the right as far as its sub-heads do. */
function headColumn(head: readonly GridRow[], column: number): HeadColumn[] {
  const parts: string[] = [];
  let at = '';
  head.forEach((row, index) => {
    const cell = labelOver(row, column, head[index + 1]);
    if (!cell) return;
    const text = cell.text.replace(/\s+/g, '');
    if (parts.at(-1) !== text) parts.push(text);
    at = cell.at;
  });
  return parts.length === 0 ? [] : [{ column, parts, label: parts.join(' / '), at }];
}

function labelOver(row: GridRow, column: number, below: GridRow | undefined): GridCell | undefined {
  const over = row.cells.find((cell) => cell.column <= column && column <= cell.lastColumn);
  if (over || !below?.cells.some((cell) => cell.column === column)) return over;
  const left = row.cells.filter((cell) => cell.column < column).at(-1);
  return left && below.cells.some((cell) => cell.column === left.column) ? left : undefined;
}
