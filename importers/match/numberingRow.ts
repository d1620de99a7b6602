import type { Line } from './line.js';

/** What heads a row or a column of numbers that only count the columns or the rows. */
const countingHead = /^(?:栏次|行次|列次|栏号|行号|列号|序号|编号|代码|项目|甲|乙|丙)$/;

/** Fewer numbers in a row may be what somebody filled in. */
const fewest = 3;
/** A row that begins with another number than 1. */
const fewestCountedOn = 7;
const circledOne = '①'.charCodeAt(0);
const circledTwenty = '⑳'.charCodeAt(0);

/** A row below a head that only counts its columns: 栏次 1 2 3 …, （1）（2）…, ① ② …, 5=1+2+3+4. */
export function isNumberingRow({ cells }: Pick<Line, 'cells'>): boolean {
  const first = cells.findIndex(({ text }) => !countingHead.test(withoutSpaces(text)));
  // Most rows begin with a label, and need no second look.
  if (first < 0 || ordinalOf(withoutSpaces(cells[first]!.text)) === null) return false;
  const ordinals = cells.slice(first, besideFrom(cells)).map(({ text }) => ordinalOf(withoutSpaces(text)));
  if (ordinals.length < fewest) return false;
  return (
    ordinals.every((ordinal, index) => ordinal === index + 1) || countsOn(ordinals) || countsGroups(ordinals)
  );
}

/** 8 9 10 … 22: the columns of one table counted on in the next. No total follows its parts by one. */
function countsOn([first = null, ...others]: readonly (number | null)[]): boolean {
  if (first === null || others.length < fewestCountedOn - 1) return false;
  return others.every((ordinal, index) => ordinal === first + index + 1);
}

/** 1 2 3 4 5 1 2 3 4 5 …: each group of columns counted by itself. */
function countsGroups(ordinals: readonly (number | null)[]): boolean {
  const size = ordinals.indexOf(1, 1);
  if (size < fewest || ordinals.length < fewestCountedOn || ordinals.length % size !== 0) return false;
  return ordinals.every((ordinal, index) => ordinal === (index % size) + 1);
}

/** Where behind a gap a word begins something that stands beside the table. */
function besideFrom(cells: Line['cells']): number {
  const beside = cells.findIndex((cell, index) => {
    const before = cells[index - 1];
    const isApart = before !== undefined && cell.column > before.lastColumn + 1;
    if (!isApart) return false;
    const text = withoutSpaces(cell.text);
    return !countingHead.test(text) && /\p{Script=Han}{2}/u.test(text) && ordinalOf(text) === null;
  });
  return beside < 0 ? cells.length : beside;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/g, '');
}

function ordinalOf(text: string): number | null {
  const code = text.charCodeAt(0);
  if (text.length === 1 && code >= circledOne && code <= circledTwenty) return code - circledOne + 1;
  const plain = text.normalize('NFKC');
  const match = /^\(?(\d{1,2})\)?(?:栏|列|[=＝][\d+\-…().]*)?$/.exec(plain);
  return match ? Number(match[1]) : null;
}
