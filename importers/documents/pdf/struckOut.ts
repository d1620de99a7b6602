import type { Glyph, Rule } from './drawing.js';

export interface Struck {
  /** Characters with a line through them. */
  readonly struck: ReadonlySet<Glyph>;
  /** The lines that go through no character. */
  readonly across: readonly Rule[];
}

/** Where a line through a character runs: between these parts of its size above its baseline. */
const lowest = 0.14;
const highest = 0.56;
/** It covers most of the character, and characters cover most of it: a border that touches a text is none. */
const covering = 0.6;

export function struckOut(glyphs: readonly Glyph[], across: readonly Rule[]): Struck {
  const struck = new Set<Glyph>();
  const others: Rule[] = [];
  const inLine = glyphs
    .filter(({ direction, text }) => direction === 'right' && text.trim() !== '')
    .sort((one, other) => one.baseline - other.baseline);
  const tallest = inLine.reduce((most, { size }) => Math.max(most, size), 0);
  for (const rule of across) {
    // Baselines are in order: only those just below the line can have it run through their characters.
    const first = firstBelow(inLine, rule.at);
    const last = firstBelow(inLine, rule.at + highest * tallest);
    const hit = inLine
      .slice(first, last)
      .filter(
        ({ baseline, size, x0, x1 }) =>
          rule.at > baseline - highest * size &&
          rule.at < baseline - lowest * size &&
          overlap(rule, x0, x1) >= covering * (x1 - x0) &&
          x1 > x0,
      );
    const covered = hit.reduce((sum, { x0, x1 }) => sum + overlap(rule, x0, x1), 0);
    if (hit.length > 0 && covered >= covering * (rule.to - rule.from))
      for (const glyph of hit) struck.add(glyph);
    else others.push(rule);
  }
  return { struck, across: others };
}

/** The first character whose baseline lies below a place. */
function firstBelow(inLine: readonly Glyph[], place: number): number {
  let low = 0;
  let high = inLine.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((inLine[middle]?.baseline ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function overlap({ from, to }: Rule, x0: number, x1: number): number {
  return Math.max(0, Math.min(to, x1) - Math.max(from, x0));
}
