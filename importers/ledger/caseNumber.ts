import { problem, type Problem } from '../../src/problems/problem.js';
import { shortened } from '../../src/text/shortened.js';
import type { GridCell } from '../reading/grid.js';
import { isNameLike, isPersonal, masked, withoutName } from './personal.js';

const longestNumber = 60;

/** The number of a case; null when its cell holds none, or what is not to be kept. */
export function readCaseNumber(cell: GridCell): { number: string | null; problem?: Problem } {
  if (cell.serial !== undefined) return dateNumber(cell);
  const text = withoutName(
    (cell.number ?? cell.text)
      .normalize('NFKC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  );
  if (text === '' || cell.fault !== undefined || isPersonal(text) || isNameLike(text))
    return { number: null };
  return { number: text.slice(0, longestNumber) };
}

/** 2024-001 typed into a cell that is no text becomes January of 2024. */
function dateNumber(cell: GridCell): { number: string; problem: Problem } {
  const day = new Date((Math.floor(Number(cell.serial)) - 25_569) * 86_400_000).toISOString().slice(0, 10);
  const [year = '', month = '', date = ''] = day.split('-');
  const probably = date === '01' ? `${year}-${month.padStart(3, '0')}` : `${Number(month)}-${Number(date)}`;
  return {
    number: probably,
    problem: problem(
      'CASE_NUMBER_IS_A_DATE',
      `编号被表格程序存成了日期（显示为“${shortened(masked(cell.text), 24)}”），原来多半是“${probably}”，暂以此为编号。请把这一列设为文本后重新填写。`,
      { at: cell.at },
    ),
  };
}
