import type { LeftOut } from './grid.js';

/** What a cell says in words. */
export interface RichText {
  readonly text: string;
  readonly leftOut: readonly LeftOut[] | null;
  /** What it says in a cell that is struck out, where pieces of it are not. */
  readonly whereStruck?: RichText;
}

/** A piece of a cell's text that looks the same all through. */
export interface TextRun {
  readonly text: string;
  readonly leftOut: LeftOut | null;
}

/** What a cell says whose text is struck out from end to end. */
export const allStruck: RichText = { text: '', leftOut: ['struck'] };

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The runs of a text, without those that are struck out and without raised and lowered notes. */
export function joinedRuns(runs: readonly TextRun[]): RichText {
  const isOnlyRaised = runs.every((run) => run.leftOut !== null || run.text.trim() === '');
  const leftOut = new Set<LeftOut>();
  let text = '';
  for (const run of runs) {
    if (run.leftOut === null || (isOnlyRaised && run.leftOut !== 'struck')) text += run.text;
    // The 2 of m² belongs to its letter.
    else if (run.leftOut === 'superscript' && /[A-Za-z]$/.test(text) && /^[23]$/.test(run.text))
      text += raisedDigits[Number(run.text)] ?? '';
    else if (run.text.trim() !== '') leftOut.add(run.leftOut);
  }
  return { text, leftOut: leftOut.size > 0 ? [...leftOut] : null };
}
