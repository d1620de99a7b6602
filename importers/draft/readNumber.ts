import { formatValue, parseValue, type FormCell } from '../../src/cells.js';
import { cellName } from '../../src/checks/place.js';
import { problem, type Problem } from '../../src/problems/problem.js';
import { wholeText } from '../../src/text/wholeText.js';
import type { GridCell } from '../reading/grid.js';
import { isUnreadMark } from '../files/unreadMark.js';

/** What people write where there is nothing to report. Blank is not zero: the value stays null. */
const blankMarks = new Set(['', '/', '\\', '-', '--', '—', '——', '–', '−', '─', '无', '空', '…', '*']);

/** A whole number as the form writes it: nothing to clean, within the range of every column. */
const plainWhole = /^(?:0|[1-9]\d{0,11})$/;

/** What is longer is no figure; its beginning is kept. */
const longestRaw = 1_000;

/** 元 in one of each unit, as a power of ten. */
const moneyUnits: Readonly<Record<string, number>> = { 元: 0, 百元: 2, 千元: 3, 万元: 4, 百万元: 6, 亿元: 8 };
const formPower = 4;

/** Measure words written behind a count, with the power of ten they carry. */
const countUnit = /(百|千|万|亿)?(?:件次|件|项|个|条|次|份|宗|起|例|人次|人)$/;
const countPowers: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** What to do about a cell that says that it was not read. */
export const fillUnread = '请对照原件填写，没有的填 0。';

const nothing: readonly Problem[] = [];

export interface ReadNumber {
  /** Canonical decimal string in the unit of the form; null when blank or refused. */
  readonly value: string | null;
  /** What the file holds, before any cleaning. */
  readonly raw: string;
  readonly problems: readonly Problem[];
}

/** The stored value of a cell, not its display format. */
export function rawOf(cell: GridCell): string {
  return cell.number ?? cell.text;
}

export function isBlankMark(text: string): boolean {
  return blankMarks.has(text.normalize('NFKC').replace(/\s/g, ''));
}

/** True when a text can stand in a value cell: a number in some spelling, or a mark for nothing. */
export function looksLikeValue(cell: GridCell): boolean {
  return (
    cell.number !== null ||
    cell.fault !== undefined ||
    isBlankMark(cell.text) ||
    startsAsNumber(cell.text) ||
    isUnreadMark(cell.text)
  );
}

/** 元, 万元 … named in a heading such as 采购总金额（单位：元）; null when it names none. */
export function unitInHeading(text: string): string | null {
  const match = /(?:单位[:：]?|[(（])\s*(元|百元|千元|万元|百万元|亿元)/.exec(text.normalize('NFKC'));
  return match?.[1] ?? null;
}

/**
 * Reads one value cell exactly. Money is converted to 万元 from the unit in the cell, else from the
 * unit of its heading; every conversion and clean-up is recorded as a problem of severity info.
 */
export function readNumber(cell: GridCell, target: FormCell, headingUnit: string | null): ReadNumber {
  const whole = rawOf(cell);
  const raw = whole.length > longestRaw ? `${wholeText(whole.slice(0, longestRaw))}…` : whole;
  // A spreadsheet program makes a date of 3-5 and 3/5.
  const isDate = cell.serial !== undefined && cell.serial !== cell.text;
  if (!isDate && headingUnit === null && raw === cell.text && plainWhole.test(raw))
    return { value: raw, raw, problems: nothing };
  const place = { cell: target.key, at: cell.at };
  const where = `${cellName(target)}（${cell.at}）`;
  const refuse = (code: Parameters<typeof problem>[0], message: string): ReadNumber => ({
    value: null,
    raw,
    problems: [problem(code, `${where}：${message}`, place)],
  });
  if (cell.fault === 'CELL_ERROR')
    return refuse('CELL_ERROR', `单元格是错误值“${short(cell.text)}”。请改为数字。`);
  if (cell.fault === 'FORMULA_NOT_CALCULATED')
    return refuse(
      'FORMULA_NOT_CALCULATED',
      `公式没有计算结果。请用 WPS 或 Excel 打开文件，保存一次后重新上传。`,
    );
  if (cell.number === null && isBlankMark(cell.text)) return { value: null, raw, problems: [] };
  if (isUnreadMark(cell.text))
    return refuse('VALUE_UNREAD', `这个数没有从原文件读出来，还没有填写。${fillUnread}`);
  if (isDate)
    return refuse(
      'NOT_A_NUMBER',
      `“${short(cell.text)}”是日期，不是数字。请把单元格格式改为“常规”，重填数字。`,
    );

  const written = splitUnit(cell, target);
  if (written === null)
    return refuse('NOT_A_NUMBER', `“${short(cell.text)}”不是数字。请改为数字，没有的填 0。`);
  const unit = written.unit ?? (target.column.quantity === 'money' ? headingUnit : null);
  const power = powerOf(unit, target);
  const parsed = parseValue(target.column, shiftPoint(written.digits, power));
  if ('refused' in parsed) {
    const messages = {
      NOT_A_NUMBER: `“${short(cell.text)}”不是数字。请改为数字，没有的填 0。`,
      NOT_WHOLE: `${short(raw)} 不是整数。${target.column.unit}数只能是整数，请核对。`,
      TOO_PRECISE: `${short(raw)} 换算成万元后小数超过六位，不足一分。请按万元填写，保留四位小数。`,
      OUT_OF_RANGE: `${short(raw)} 大得不可能。请核对。`,
    };
    return refuse(parsed.refused, messages[parsed.refused]);
  }
  const value = formatValue(target.column, parsed.value);
  const problems: Problem[] = [];
  if (power !== 0)
    problems.push(
      problem(
        'UNIT_CONVERTED',
        `${where}：${short(raw)}${written.unit ? '' : unit} 已换算为 ${value} ${target.column.unit}。`,
        place,
      ),
    );
  else if (written.cleaned)
    problems.push(problem('NUMBER_CLEANED', `${where}：“${short(raw)}”已读作 ${value}。`, place));
  return { value, raw, problems };
}

interface Written {
  readonly digits: string;
  readonly unit: string | null;
  readonly cleaned: boolean;
}

/** The plain digits of a cell and the unit written with them; null when it is no number. */
function splitUnit(cell: GridCell, target: FormCell): Written | null {
  const { unit, rest } = unitOf(cell.text.normalize('NFKC').trim(), target);
  if (cell.number !== null) return { digits: cell.number, unit, cleaned: false };
  const digits = plainDigits(rest);
  return digits === null ? null : { digits, unit, cleaned: digits !== cell.text };
}

function unitOf(text: string, target: FormCell): { unit: string | null; rest: string } {
  if (target.column.quantity === 'money') {
    // The leftmost match is the longest unit: 万元 before 元.
    const match = /(百元|千元|百万元|万元|亿元|元|万|亿)整?$/.exec(text);
    const unit = match?.[1];
    if (!match || !unit) return { unit: null, rest: text };
    return { unit: unit.endsWith('元') ? unit : `${unit}元`, rest: text.slice(0, match.index).trim() };
  }
  const match = countUnit.exec(text);
  return match
    ? { unit: match[1] ?? '', rest: text.slice(0, match.index).trim() }
    : { unit: null, rest: text };
}

function powerOf(unit: string | null, target: FormCell): number {
  if (unit === null || unit === '') return 0;
  return target.column.quantity === 'money'
    ? (moneyUnits[unit] ?? formPower) - formPower
    : (countPowers[unit] ?? 0);
}

/**
 * `3,525` and `３５２５` and `3 525` are 3525. A space elsewhere may part two numbers, and 1.2E+11 has
 * lost digits: both are refused.
 */
function plainDigits(text: string): string | null {
  const signed = text.replace(/^([+\-−])\s+/, '$1').replace(/^−/, '-');
  const compact = signed.replace(/\s*,\s*/g, ',');
  if (/^[+-]?\d+(?:\.\d*)?$/.test(compact)) return compact.replace(/\.$/, '');
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(compact)) return compact.replaceAll(',', '');
  if (/^[+-]?\d{1,3}(?:\s\d{3})+(?:\.\d+)?$/.test(compact)) return compact.replace(/\s/g, '');
  return null;
}

/** Moves the decimal point of a plain decimal string. */
function shiftPoint(digits: string, power: number): string {
  if (power === 0) return digits;
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(digits);
  if (!match) return digits;
  const [, sign = '', whole = '', fraction = ''] = match;
  const padded =
    whole.padStart(whole.length + Math.max(0, -power), '0') + fraction.padEnd(Math.max(0, power), '0');
  const point = padded.length - Math.max(fraction.length, Math.max(0, power)) + power;
  return `${sign}${padded.slice(0, point) || '0'}.${padded.slice(point)}`.replace(/\.$/, '');
}

function startsAsNumber(text: string): boolean {
  return /^[+\-−]?\s*\d/.test(text.normalize('NFKC').trim());
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 20 ? `${line.slice(0, 20)}…` : line;
}
