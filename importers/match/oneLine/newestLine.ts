import { looksLikeValue, rawOf } from '../../draft/readNumber.js';
import type { Line } from '../line.js';

/** 上年, 去年: figures kept for comparing. */
const past = /上年|去年|上一年|往年|前年|同期/;
const writtenYear = /^((?:19|20)\d{2})年?度?$/;

/**
 * Which of several lines of values under one head is this year's: the first, or the one of the newest year where
 * they are labelled by years. undefined when there is none, null when nothing tells them apart.
 */
export function newestLine(lines: readonly Line[], columns: readonly number[]): Line | null | undefined {
  const start = Math.min(...columns);
  const labelled = lines.map((line) => {
    const label = line.cells
      .filter((cell) => cell.column < start || !looksLikeValue(cell))
      .map((cell) => rawOf(cell).replace(/\s/g, ''))
      .join('');
    return { line, isPast: past.test(label), year: Number(writtenYear.exec(label)?.[1] ?? 0) };
  });
  const own = labelled.filter(({ isPast }) => !isPast);
  const newest = Math.max(0, ...own.map(({ year }) => year));
  const [first, ...others] = own.filter(({ year }) => year === newest);
  if (!first) return own[0]?.line;
  const isFull = ({ line }: { line: Line }) =>
    columns.every((column) => line.cells.some((cell) => cell.column === column));
  const differs = others.some(
    (other) => isFull(other) && isFull(first) && !isSame(other.line, first.line, columns),
  );
  if (newest === 0 && !isFull(first) && others.some(({ line }) => hasOnlyFigures(line))) return null;
  return newest === 0 && differs ? null : first.line;
}

/** Numbers that would be passed over: nobody knows which of the lines is the table. */
function hasOnlyFigures({ cells }: Line): boolean {
  return cells.length > 1 && cells.every((cell) => looksLikeValue(cell));
}

function isSame(one: Line, other: Line, columns: readonly number[]): boolean {
  const said = ({ cells }: Line, column: number): string | undefined => {
    const cell = cells.find((each) => each.column === column);
    return cell && rawOf(cell).trim();
  };
  return columns.every((column) => said(one, column) === said(other, column));
}
