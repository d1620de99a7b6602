import { findCell, parseValue, type CellKey } from '../../cells.js';
import { cellName } from '../../checks/place.js';
import type { Form } from '../../forms/form.js';
import { Refusal } from '../refusal.js';
import { shortened } from '../../text/shortened.js';

/** A cell as a request sets it: a decimal string in the unit of the form; null is blank. */
export interface GivenCell {
  readonly key: CellKey;
  readonly value: string | null;
}

export interface CellsRead {
  readonly values: readonly (readonly [CellKey, bigint | null])[];
  readonly refusals: readonly Refusal[];
}

/** Reads the cells of a request: each must be of the form, stand once, and be exact. `list` names them in the request. */
export function readCells(form: Form, given: readonly GivenCell[], list: string): CellsRead {
  const values: [CellKey, bigint | null][] = [];
  const refusals: Refusal[] = [];
  const seen = new Set<CellKey>();
  for (const [index, cell] of given.entries()) {
    const read = readCell(form, cell, seen.has(cell.key), [list, String(index)]);
    if (read instanceof Refusal) refusals.push(read);
    else values.push([cell.key, read]);
    seen.add(cell.key);
  }
  return { values, refusals };
}

function readCell(
  form: Form,
  { key, value }: GivenCell,
  twice: boolean,
  path: readonly string[],
): bigint | null | Refusal {
  const cell = findCell(form, key);
  if (!cell)
    return new Refusal('CELL_UNKNOWN', `统一格式 ${form.id} 没有“${key}”这一格。请查看统一格式的格名。`, [
      ...path,
      'key',
    ]);
  if (twice)
    return new Refusal('CELL_TWICE', `${cellName(cell)}出现两次。请只保留一个数。`, [...path, 'key']);
  if (value === null) return null;
  const parsed = parseValue(cell.column, value);
  if ('value' in parsed) return parsed.value;
  return new Refusal(
    parsed.refused,
    `${cellName(cell)}：“${shortened(value, 40)}”${valueWords[parsed.refused]}。`,
    [...path, 'value'],
  );
}

const valueWords = {
  NOT_A_NUMBER: '不是数字。请填写阿拉伯数字，不带单位和千位分隔符',
  NOT_WHOLE: '不是整数。件数、项目数请填写整数',
  TOO_PRECISE: '的小数超过六位（不足一分）。请按万元填写',
  OUT_OF_RANGE: '大得不可能。请核对后改正',
} as const;
