import type { FormCell } from '../../src/cells.js';
import { cellName } from '../../src/checks/place.js';
import { problem, type Problem, type ProblemCode } from '../../src/problems/problem.js';
import { remembered } from '../../src/prose/remembered.js';
import { visibleText } from '../../src/text/visibleText.js';
import { wholeText } from '../../src/text/wholeText.js';
import { isUnreadMark } from '../files/unreadMark.js';
import type { GridCell } from '../reading/grid.js';
import { judgeNumber } from './judgeNumber.js';
import { withoutOurSigns } from './ourSigns.js';
import { shortText } from './shortText.js';

/** What people write where there is nothing to report. Blank is not zero: the value stays null. */
const blankMark = /^(?:[-—–−─―ー/\\….*]*|无|空|n\/a|nan|none|null)$/i;

/** A whole number as the form writes it: nothing to clean, within the range of every column. */
const plainWhole = /^(?:0|[1-9]\d{0,11})$/;

/** What is longer is no figure; its beginning is kept. */
const longestRaw = 1_000;

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
  return blankMark.test(withoutOurSigns(visibleText(text)).normalize('NFKC').replace(/\s/g, ''));
}

/** True when a text can stand in a value cell: a number in some spelling, or a mark for nothing. */
export function looksLikeValue(cell: GridCell): boolean {
  if (cell.number !== null || cell.fault !== undefined) return true;
  return cell.text.length > longestRemembered ? spellsValue(cell.text) : spellsValueAsKnown(cell.text);
}

function spellsValue(text: string): boolean {
  return isBlankMark(text) || startsAsNumber(text) || isUnreadMark(text);
}

/** The labels of a form are asked for many times in each file, and are the same in the next. */
const longestRemembered = 80;
const spellsValueAsKnown = remembered(spellsValue, 2_000);

/** Text that was in the cell and is no part of what it says. */
const leftOutWords = {
  superscript: '上标的注',
  subscript: '下标的注',
  struck: '划去的字',
  hidden: '隐藏的字',
} as const;

/**
 * Reads one value cell exactly. Money is converted to 万元 from the unit in the cell, else from the
 * unit of its heading; every conversion and clean-up is recorded as a problem.
 */
export function readNumber(cell: GridCell, target: FormCell, headingUnit: string | null): ReadNumber {
  const whole = rawOf(cell);
  const raw = whole.length > longestRaw ? `${wholeText(whole.slice(0, longestRaw))}…` : whole;
  // A spreadsheet program makes a date of 3-5 and 3/5.
  const isDate = cell.serial !== undefined && cell.serial !== cell.text;
  const isPlain = cell.format === undefined && cell.leftOut === undefined && headingUnit === null && !isDate;
  if (isPlain && raw === cell.text && plainWhole.test(raw)) return { value: raw, raw, problems: nothing };
  const place = { cell: target.key, at: cell.at };
  const where = `${cellName(target)}（${cell.at}）`;
  const tell = (code: ProblemCode, message: string): Problem => problem(code, `${where}：${message}`, place);
  const refuse = (code: ProblemCode, message: string): ReadNumber => ({
    value: null,
    raw,
    problems: [tell(code, message)],
  });
  if (cell.fault === 'CELL_ERROR')
    return refuse('CELL_ERROR', `单元格是错误值“${shortText(cell.text)}”。请改为数字。`);
  if (cell.fault === 'FORMULA_NOT_CALCULATED')
    return refuse(
      'FORMULA_NOT_CALCULATED',
      `公式没有计算结果。请用 WPS 或 Excel 打开文件，保存一次后重新上传。`,
    );
  const aside = cell.leftOut
    ? [tell('NOTE_IN_CELL', `单元格里${cell.leftOut.map((kind) => leftOutWords[kind]).join('、')}没有读入。`)]
    : nothing;
  if (cell.number === null && isBlankMark(cell.text)) return { value: null, raw, problems: aside };
  if (isUnreadMark(cell.text))
    return refuse('VALUE_UNREAD', `这个数没有从原文件读出来，还没有填写。${fillUnread}`);
  if (isDate)
    return refuse(
      'NOT_A_NUMBER',
      `“${shortText(cell.text)}”是日期，不是数字。请把单元格格式改为“常规”，重填数字。`,
    );
  const { value, told } = judgeNumber(cell, target, headingUnit);
  return { value, raw, problems: [...aside, ...told.map(({ code, message }) => tell(code, message))] };
}

const startOfNumber = /^[*※†‡#'‘’"“”=\s¥]*[+\-−]?\s*\.?\d/u;

function startsAsNumber(text: string): boolean {
  return startOfNumber.test(visibleText(text).normalize('NFKC').trim());
}
