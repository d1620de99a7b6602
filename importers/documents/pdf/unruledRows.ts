import type { Glyph, Rule } from './drawing.js';
import type { RowPart } from './parts.js';
import { textLines } from './textLines.js';

/** Rows of tables that have lines between their rows and none between their columns. */
export interface UnruledRows {
  readonly rows: readonly RowPart[];
  readonly taken: ReadonlySet<Glyph>;
}

const fewestRules = 3;
const narrowest = 150;
const sameEdge = 5;
/** Texts further apart than this part of their size stand in two columns. */
const columnGap = 0.6;

const value = /^(?:[+\-−]?[\d,.]+|[/—-])$/u;

/**
 * Each row as its label and its numbers in order. Which column a number belongs to is known only when none is
 * missing: that is for the matching to say.
 */
export function unruledRows(glyphs: readonly Glyph[], across: readonly Rule[]): UnruledRows {
  const rows: RowPart[] = [];
  const taken = new Set<Glyph>();
  for (const rules of tablesOf(across))
    rules.forEach((rule, index) => {
      const below = rules[index + 1];
      if (!below) return;
      const within = glyphs.filter(
        ({ centreX, centreY, direction }) =>
          direction === 'right' &&
          centreY > rule.at &&
          centreY < below.at &&
          centreX > rule.from &&
          centreX < rule.to,
      );
      const texts = rowTexts(within);
      if (texts.length === 0) return;
      for (const glyph of within) taken.add(glyph);
      texts.forEach((text, place) => rows.push({ kind: 'row', top: rule.at + place / 100, text }));
    });
  return { rows, taken };
}

function tablesOf(across: readonly Rule[]): Rule[][] {
  const tables: Rule[][] = [];
  for (const rule of across) {
    if (rule.to - rule.from < narrowest) continue;
    const table = tables.find(
      ([first]) =>
        first && Math.abs(first.from - rule.from) <= sameEdge && Math.abs(first.to - rule.to) <= sameEdge,
    );
    if (table) table.push(rule);
    else tables.push([rule]);
  }
  return tables.filter(({ length }) => length >= fewestRules);
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

function rowTexts(glyphs: readonly Glyph[]): string[] {
  const pieces = piecesOf(glyphs);
  const numbers = pieces.filter(({ text }) => value.test(text));
  const lines = new Set(numbers.map(({ at }) => Math.round(at)));
  const words = pieces.filter(({ text }) => !value.test(text));
  if (lines.size > 1) return textLines(glyphs).map(({ text }) => text);
  if (numbers.length === 0) return words.map(({ text }) => text);
  const inOrder = [...numbers].sort((one, other) => one.from - other.from);
  const first = inOrder[0]?.from ?? 0;
  // The label nearest to the numbers; what stands left of it heads a group of rows.
  const before = words.filter(({ to }) => to <= first);
  const nearest = before.reduce<Piece | undefined>(
    (best, piece) => (best && best.to >= piece.to ? best : piece),
    undefined,
  );
  const label = before.filter(({ from, to }) => nearest && to > nearest.from && from < nearest.to);
  const after = words.filter(({ to }) => to > first);
  const values = [...inOrder, ...after].sort((one, other) => one.from - other.from).map(({ text }) => text);
  return [[label.map(({ text }) => text).join(''), ...values].join(' ').trim()];
}

function piecesOf(glyphs: readonly Glyph[]): Piece[] {
  const lines = new Map<number, Glyph[]>();
  for (const glyph of [...glyphs].sort((one, other) => one.baseline - other.baseline || one.x0 - other.x0)) {
    const key =
      [...lines.keys()].find((at) => Math.abs(at - glyph.baseline) <= glyph.size / 2) ?? glyph.baseline;
    lines.set(key, [...(lines.get(key) ?? []), glyph]);
  }
  return [...lines].flatMap(([at, line]) => {
    const pieces: Glyph[][] = [];
    for (const glyph of line.filter(({ text }) => text !== ' ').sort((one, other) => one.x0 - other.x0)) {
      const before = pieces.at(-1)?.at(-1);
      if (before && (glyph.x0 - before.x1) / glyph.size <= columnGap) pieces.at(-1)?.push(glyph);
      else pieces.push([glyph]);
    }
    return pieces.map((piece): Piece => ({
      text: piece.map(({ text }) => text).join(''),
      from: piece[0]?.x0 ?? 0,
      to: piece.at(-1)?.x1 ?? 0,
      at,
    }));
  });
}
