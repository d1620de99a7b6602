import type { Notice } from '../notices.js';
import { cellText } from './cellText.js';
import type { Drawing, Glyph, Rule } from './drawing.js';
import { holds } from './geometry.js';
import { fieldAt, latticesOf, merged, type Lattice } from './lattice.js';
import type { LinePart, Page, PagePart, PartCell, PartRow, TablePart } from './parts.js';
import { struckOut } from './struckOut.js';
import { textLines } from './textLines.js';
import { unruledRows } from './unruledRows.js';

/** A line through one small digit is no longer than this. */
const shortestStroke = 1;

/** What a page says, from top to bottom. */
export function pageParts({ glyphs, across, down, page }: Drawing): Page {
  const seen = glyphs.filter(({ isSeen }) => isSeen);
  const marked = struckOut(seen, merged(across, shortestStroke));
  const left = seen.filter((glyph) => !marked.struck.has(glyph));
  const lattices = latticesOf(marked.across, down);
  const tables = lattices.map((lattice) => {
    const within = (glyph: Glyph): boolean => holds(lattice.box, glyph.centreX, glyph.centreY);
    return {
      lattice,
      glyphs: left.filter(within),
      struck: seen.filter((glyph) => marked.struck.has(glyph) && within(glyph)),
    };
  });
  const inTables = new Set(tables.flatMap((table) => table.glyphs));
  const free = left.filter((glyph) => !inTables.has(glyph));
  const loose = marked.across.filter((rule) => !lattices.some((lattice) => isPartOf(lattice, rule)));
  const unruled = unruledRows(free, loose);
  const lines = textLines(free.filter((glyph) => !unruled.taken.has(glyph))).filter(
    ({ text }) => text.trim() !== '',
  );
  const inTable = new Set(tables.flatMap((table) => table.struck));
  const notices: Notice[] = [
    { kind: 'hidden', text: textOf(glyphs.filter(({ isSeen }) => !isSeen)) },
    { kind: 'struck', text: textOf([...marked.struck].filter((glyph) => !inTable.has(glyph))) },
    ...lines.flatMap((line) => line.notices),
  ];
  const parts: PagePart[] = [
    ...tables.map((table) => tablePart(table.lattice, table.glyphs, table.struck)),
    ...unruled.rows,
    ...lines.map((line): LinePart => ({ ...line, kind: 'line', top: line.at - line.size })),
  ];
  return {
    parts: parts.sort((one, other) => one.top - other.top),
    left: page.x0,
    right: page.x1,
    notices,
  };
}

/** Borders are drawn a little off their table. */
const near = 4;

function isPartOf({ box }: Lattice, { at, from, to }: Rule): boolean {
  return at >= box.y0 - near && at <= box.y1 + near && to > box.x0 && from < box.x1;
}

function textOf(glyphs: readonly Glyph[]): string {
  return textLines(glyphs)
    .map(({ text }) => text)
    .join(' ')
    .trim();
}

function tablePart(lattice: Lattice, glyphs: readonly Glyph[], struck: readonly Glyph[]): TablePart {
  const { xs, ys } = lattice;
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const cellAt = (glyph: Glyph): number =>
    lattice.cellOf(Math.max(0, fieldAt(ys, glyph.centreY)), Math.max(0, fieldAt(xs, glyph.centreX)));
  const texts = groupedBy(glyphs, cellAt);
  const strokes = groupedBy(struck, cellAt);
  const cut = cutNumbers(glyphs, cellAt);
  const padding = paddingOf(xs, columns, texts);
  const parts: PartRow[] = [];
  for (let row = 0; row < rows; row++) {
    const cells: PartCell[] = [];
    for (let column = 0; column < columns; column++) {
      const field = row * columns + column;
      if (lattice.cellOf(row, column) !== field) continue;
      let last = column;
      while (last + 1 < columns && lattice.cellOf(row, last + 1) === field) last += 1;
      const x0 = xs[column] ?? 0;
      const x1 = xs[last + 1] ?? x0;
      const read = cellText(texts.get(field) ?? [], x1 - x0, padding);
      const out = textOf(strokes.get(field) ?? []);
      const notices: Notice[] =
        out === '' ? [...read.notices] : [...read.notices, { kind: 'struck', text: out }];
      // A number that runs over the border of its cell would be two.
      const text = cut.has(field) ? `${read.text}…` : read.text;
      cells.push({ x0, x1, text, isFull: read.isFull, notices });
    }
    parts.push({ cells });
  }
  return { kind: 'table', top: ys[0] ?? 0, xs, rows: parts };
}

function groupedBy(glyphs: readonly Glyph[], cellAt: (glyph: Glyph) => number): Map<number, Glyph[]> {
  const groups = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const cell = cellAt(glyph);
    const group = groups.get(cell);
    if (group) group.push(glyph);
    else groups.set(cell, [glyph]);
  }
  return groups;
}

/** Digits this near, drawn together, are one number wherever lines run. */
const touching = 0.05;

function cutNumbers(glyphs: readonly Glyph[], cellAt: (glyph: Glyph) => number): Set<number> {
  const cut = new Set<number>();
  glyphs.forEach((glyph, index) => {
    const before = glyphs[index - 1];
    if (!before || before.run !== glyph.run || !/^\d$/.test(glyph.text) || !/^\d$/.test(before.text)) return;
    const isNear =
      Math.abs(glyph.x0 - before.x1) <= touching * glyph.size && glyph.baseline === before.baseline;
    const cells = [cellAt(before), cellAt(glyph)];
    if (isNear && cells[0] !== cells[1]) for (const cell of cells) cut.add(cell);
  });
  return cut;
}

const widestPadding = 7;

/** How far from the border of its cell a text of several lines begins, in most cells of the table. */
function paddingOf(
  xs: readonly number[],
  columns: number,
  texts: ReadonlyMap<number, readonly Glyph[]>,
): number {
  const gaps: number[] = [];
  for (const [field, all] of texts) {
    const glyphs = all.filter(({ direction, text }) => direction === 'right' && text !== ' ');
    const lines = new Set(glyphs.map(({ baseline }) => Math.round(baseline)));
    if (lines.size > 1) gaps.push(Math.min(...glyphs.map(({ x0 }) => x0)) - (xs[field % columns] ?? 0));
  }
  gaps.sort((one, other) => one - other);
  return Math.min(widestPadding, Math.max(0, gaps[Math.floor(gaps.length / 2)] ?? 0));
}
