import type { LeftOut } from './grid.js';
import { leftOutBy, type CellLook, type TextLook } from './textLook.js';

/** What a cell says in words. */
export interface RichText {
  readonly text: string;
  readonly leftOut: readonly LeftOut[] | null;
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
