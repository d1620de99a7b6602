import type { Notice } from '../notices.js';
import type { Direction, Glyph } from './drawing.js';

/** A line of text as it is seen, with what stands in it and is none of it. */
export interface TextLine {
  readonly text: string;
  /** Along the line. */
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly size: number;
  readonly notices: readonly Notice[];
}

/** Of a size smaller than this part of its line's, a character off the line is a mark of a note. */
const smaller = 0.75;
const offLine = 0.08;
/** Characters whose baselines differ by less than this part of their size stand on one line. */
const sameLine = 0.5;
/** The same character this near is drawn twice to look bold. */
const sameStroke = 1;
/** Characters further apart than this part of their size have a space between them. */
const spaceGap = 0.3;
const wideGap = 1;
/** How much the gaps of letters that are spaced out evenly may differ. */
const evenness = 0.15;

const valueCharacter = /^[\d+\-−.,，．%]$/u;

/** The lines of some characters, from top to bottom as they are read. */
export function textLines(glyphs: readonly Glyph[]): TextLine[] {
  const directions: readonly Direction[] = ['right', 'down', 'up', 'left'];
  return directions.flatMap((direction) => {
    const own = glyphs.filter((glyph) => glyph.direction === direction);
    return linesAlong(own, direction).map((line) => lineOf(line, direction));
  });
}

function linesAlong(glyphs: readonly Glyph[], direction: Direction): Glyph[][] {
  // Lines of upright text follow each other from right to left, of text that is turned left from left to right.
  const sign = direction === 'down' || direction === 'left' ? -1 : 1;
  const sorted = [...glyphs].sort((one, other) => sign * (one.baseline - other.baseline));
  const lines: { glyphs: Glyph[]; at: number; size: number }[] = [];
  for (const glyph of sorted) {
    const last = lines.at(-1);
    const reach = sameLine * Math.max(glyph.size, last?.size ?? 0);
    if (last && Math.abs(glyph.baseline - last.at) <= reach) {
      last.glyphs.push(glyph);
      if (glyph.size > last.size) Object.assign(last, { at: glyph.baseline, size: glyph.size });
    } else lines.push({ glyphs: [glyph], at: glyph.baseline, size: glyph.size });
  }
  return lines.map((line) => line.glyphs);
}

function lineOf(all: readonly Glyph[], direction: Direction): TextLine {
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const size = Math.max(...all.map((glyph) => glyph.size));
  const main = all.find((glyph) => glyph.size === size);
  const at = main?.baseline ?? 0;
  const isRaised = (glyph: Glyph): boolean =>
    glyph.size < smaller * size && Math.abs(glyph.baseline - at) > offLine * size && glyph.text !== ' ';
  const inOrder = [...all].sort((one, other) => sign * (one.x0 - other.x0));
  const raised = inOrder.filter(isRaised);
  const glyphs = onceEach(inOrder.filter((glyph) => !isRaised(glyph) && glyph.text !== ''));
  const filled = glyphs.filter(({ text }) => text !== ' ');
  const ends = filled.flatMap(({ x0, x1 }) => [x0, x1]);
  const notices: Notice[] = raised.length > 0 ? [{ kind: 'raised', text: joined(raised) }] : [];
  return {
    text: spacedText(glyphs),
    from: ends.length > 0 ? Math.min(...ends) : 0,
    to: ends.length > 0 ? Math.max(...ends) : 0,
    at,
    size,
    notices,
  };
}

function onceEach(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of glyphs) {
    const isTwice = kept
      .slice(-4)
      .some(
        (other) =>
          other.text === glyph.text &&
          Math.abs(other.x0 - glyph.x0) <= sameStroke &&
          Math.abs(other.baseline - glyph.baseline) <= sameStroke,
      );
    if (!isTwice) kept.push(glyph);
  }
  return kept;
}

function spacedText(glyphs: readonly Glyph[]): string {
  const filled = glyphs.filter(({ text }) => text !== ' ');
  if (isSpacedOut(glyphs, filled)) return joined(filled);
  let text = '';
  let before: Glyph | undefined;
  let isSpaced = false;
  for (const glyph of glyphs) {
    if (glyph.text === ' ') {
      isSpaced = before !== undefined;
      continue;
    }
    if (before && (isSpaced || isApart(before, glyph))) text += ' ';
    text += glyph.text;
    before = glyph;
    isSpaced = false;
  }
  return text;
}

/** Spaces of some programs are twenty times too wide: only where characters stand counts. */
function isApart(before: Glyph, glyph: Glyph): boolean {
  const gap = gapOf(before, glyph);
  if (gap > wideGap) return true;
  const isHan = [before, glyph].some(({ text }) => /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text));
  return !isHan && gap > spaceGap;
}

function gapOf(before: Glyph, glyph: Glyph): number {
  return (
    (Math.abs(glyph.x0 - before.x0) - Math.abs(before.x1 - before.x0)) / Math.max(before.size, glyph.size)
  );
}

/** 1 2 3 4 with the same gap everywhere is one number, spaced out. */
function isSpacedOut(glyphs: readonly Glyph[], filled: readonly Glyph[]): boolean {
  if (glyphs.length !== filled.length || filled.length < 2) return false;
  if (!filled.every(({ text }) => valueCharacter.test(text))) return false;
  const gaps = filled.slice(1).map((glyph, index) => gapOf(filled[index] ?? glyph, glyph));
  const [least, most] = [Math.min(...gaps), Math.max(...gaps)];
  return most <= (filled.length === 2 ? wideGap / 2 : 2 * wideGap) && most - least <= evenness;
}

function joined(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join('');
}
