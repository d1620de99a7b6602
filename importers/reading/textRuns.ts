import type { LeftOut } from './grid.js';
import { leftOutBy, type CellLook, type TextLook } from './textLook.js';

/** What a cell says in words. */
export interface RichText {
  readonly text: string;
  readonly leftOut: readonly LeftOut[] | null;
}

/** A text whose runs have fonts of their own; before the first run it has the font of its cell. */
export interface RichString {
  readonly text: string;
  readonly runs: readonly FontRun[];
}

export interface FontRun {
  readonly start: number;
  readonly font: number;
}

/** A piece of a cell's text that looks the same all through; null: it looks as its cell does. */
export interface StyledRun {
  readonly text: string;
  readonly look: TextLook | null;
}

/** A piece of a text, and why it is no part of what is said. */
interface TextRun {
  readonly text: string;
  readonly leftOut: LeftOut | null;
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** What runs say in a cell that looks so. */
export function runsIn(runs: readonly StyledRun[], { font, ground }: CellLook): RichText {
  return joinedRuns(runs.map(({ text, look }) => ({ text, leftOut: leftOutBy(look ?? font, ground) })));
}

/** What a text with runs says in a cell that looks so; null where nothing of it is left out. */
export function saidBy(
  { text, runs }: RichString,
  cell: CellLook,
  lookOf: (font: number) => TextLook,
): RichText | null {
  const pieces = [
    { text: text.slice(0, runs[0]?.start), look: null },
    ...runs.map(({ start, font }, index) => ({
      text: text.slice(start, runs[index + 1]?.start),
      look: lookOf(font),
    })),
  ];
  if (pieces.map((piece) => piece.text).join('') !== text) return null;
  const said = runsIn(
    pieces.filter((piece) => piece.text !== ''),
    cell,
  );
  return said.text === text ? null : said;
}

/** The runs of a text, without those that are struck out or hidden and without raised and lowered notes. */
function joinedRuns(runs: readonly TextRun[]): RichText {
  const isOnlyRaised = runs.every((run) => run.leftOut !== null || run.text.trim() === '');
  const leftOut = new Set<LeftOut>();
  let text = '';
  for (const run of runs) {
    const isNote = run.leftOut === 'superscript' || run.leftOut === 'subscript';
    if (run.leftOut === null || (isOnlyRaised && isNote)) text += run.text;
    // The 2 of m² belongs to its letter.
    else if (run.leftOut === 'superscript' && /[A-Za-z]$/.test(text) && /^[23]$/.test(run.text))
      text += raisedDigits[Number(run.text)] ?? '';
    else if (run.text.trim() !== '') leftOut.add(run.leftOut);
  }
  return { text, leftOut: leftOut.size > 0 ? [...leftOut] : null };
}
