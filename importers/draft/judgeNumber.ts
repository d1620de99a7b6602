import { formatValue, parseValue, type FormCell } from '../../src/cells.js';
import type { ProblemCode } from '../../src/problems/problem.js';
import type { GridCell } from '../reading/grid.js';
import { shiftPoint } from './shiftPoint.js';
import { shortText } from './shortText.js';
import { shownNumber, type ShownNumber } from './shownNumber.js';
import { moneyUnit, type Unit } from './units.js';
import { writtenNumber } from './writtenNumber.js';

/** A value with what the reader of the report is told about it, without the place. */
export interface JudgedNumber {
  /** Canonical decimal string in the unit of the form; null when the cell holds none. */
  readonly value: string | null;
  readonly told: readonly { readonly code: ProblemCode; readonly message: string }[];
}

/** The number of a cell that holds something: a text, or a stored number as its format shows it. */
export function judgeNumber(cell: GridCell, target: FormCell, headingUnit: string | null): JudgedNumber {
  if (cell.number !== null) return judgeShown(shownNumber(cell, cell.number, target), target, headingUnit);
  const written = writtenNumber(cell.text, target);
  if (!written) return refused('NOT_A_NUMBER', `“${shortText(cell.text)}”不是数字。请改为数字，没有的填 0。`);
  const raw = shortText(cell.text);
  const { digits, note } = written;
  const unit = written.unit ?? unitOfHeading(target, headingUnit);
  const told = inForm(digits, unit?.power ?? 0, target, raw);
  if (told.value === null) return told;
  const { value } = told;
  const notes: JudgedNumber['told'] =
    note === null
      ? []
      : [{ code: 'NOTE_IN_CELL', message: `“${raw}”已读作 ${value}，“${shortText(note)}”按注释处理。` }];
  if (unit && unit.power !== 0)
    return { value, told: [converted(written.unit ? raw : raw + unit.name, value, target), ...notes] };
  const isCleaned = (digits !== cell.text || /^[+-]?0\d/.test(digits)) && note === null;
  return {
    value,
    told: isCleaned ? [{ code: 'NUMBER_CLEANED', message: `“${raw}”已读作 ${value}。` }] : notes,
  };
}

/** What is shown is the meaning, what is stored gives the digits. */
function judgeShown(shown: ShownNumber, target: FormCell, headingUnit: string | null): JudgedNumber {
  const { stored, power, text } = shown;
  const unit = shown.unit ?? unitOfHeading(target, headingUnit);
  if (shown.shows !== 'number' && Number(stored) !== 0) return unclear(shown);
  const raw = text === stored ? shortText(stored) : `${shortText(stored)}（显示为 ${shortText(text)}）`;
  const judged = inForm(stored, (unit?.power ?? 0) - power, target, raw);
  const { value } = judged;
  if (value === null) return judged;
  if (power !== 0 && Number(value) !== Number(stored))
    return {
      value,
      told: [
        {
          code: 'SCALED_DISPLAY',
          message: `单元格里存的是 ${shortText(stored)}，格式使它显示为“${shortText(text)}”，按显示的意思读作 ${value} ${target.column.unit}。请核对。`,
        },
      ],
    };
  if (power === 0 && unit && unit.power !== 0)
    return { value, told: [converted(shortText(stored) + unit.name, value, target)] };
  if (shown.inNumerals && value !== '0')
    return {
      value,
      told: [{ code: 'NUMBER_CLEANED', message: `显示为中文数字的 ${shortText(stored)} 已读作 ${value}。` }],
    };
  return judged;
}

function unclear({ stored, text, shows }: ShownNumber): JudgedNumber {
  if (shows === 'percent')
    return refused(
      'NOT_A_NUMBER',
      `“${shortText(text)}”是百分比，不是数量。请把单元格格式改为“常规”，重填数字。`,
    );
  const seen = text === '' ? '格式使它不显示' : `格式使它显示为“${shortText(text)}”`;
  return refused(
    'DISPLAY_UNCLEAR',
    `单元格里存的是 ${shortText(stored)}，${seen}，不能确定是哪一个数。请把单元格格式改为“常规”，重填数字。`,
  );
}

function inForm(digits: string, power: number, target: FormCell, raw: string): JudgedNumber {
  const parsed = parseValue(target.column, shiftPoint(digits, power));
  if ('value' in parsed && (parsed.value >= 0n || target.table.printed !== 'oneLine'))
    return { value: formatValue(target.column, parsed.value), told: [] };
  // Cases are counted: a sign before one of the fifteen numbers of 四 is a mark of something else.
  if ('value' in parsed)
    return refused('NOT_A_NUMBER', `“${raw}”是负数，案件数不能是负数。请改为数字，没有的填 0。`);
  const messages = {
    NOT_A_NUMBER: `“${raw}”不是数字。请改为数字，没有的填 0。`,
    NOT_WHOLE: `${raw} 不是整数。${target.column.unit}数只能是整数，请核对。`,
    TOO_PRECISE: `${raw} 换算成万元后小数超过六位，不足一分。请按万元填写，保留四位小数。`,
    OUT_OF_RANGE: `${raw} 大得不可能。请核对。`,
  };
  return refused(parsed.refused, messages[parsed.refused]);
}

function unitOfHeading({ column }: FormCell, heading: string | null): Unit | null {
  return heading !== null && column.quantity === 'money' ? moneyUnit(heading) : null;
}

function converted(written: string, value: string, { column }: FormCell): JudgedNumber['told'][number] {
  return { code: 'UNIT_CONVERTED', message: `${written} 已换算为 ${value} ${column.unit}。` };
}

function refused(code: ProblemCode, message: string): JudgedNumber {
  return { value: null, told: [{ code, message }] };
}
