import type { Direction, Glyph } from './drawing.js';
import { combined, holds, moved, type Matrix } from './geometry.js';
import { isWhite, type Pen } from './Pen.js';
import { withoutRadicals } from './radicals.js';

/** A character as pdf.js hands it over. */
export interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  /** Its code is 32, whatever it shows: in a subset font that may be any character. */
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

export type Shown = FontGlyph | number | null;

/** Stands for a character of which the file does not say what it is. */
export const unreadable = '\ufffd';

const modeInvisible = 3;
const modeClip = 7;
/** Rounding of a clip may cut off this much of a character that is seen. */
const slack = 2;

/** Draws a text and moves the pen behind it. */
export function showText(pen: Pen, shown: readonly Shown[], run: number): Glyph[] {
  const { font, fontSize } = pen;
  if (!font) return [];
  const isStacked = font.vertical === true;
  const size = Math.abs(fontSize);
  const turned = fontSize < 0 ? -1 : 1;
  const scale = pen.scale * turned;
  const perWidth = size * (font.fontMatrix?.[0] ?? 0.001);
  const matrix = combined(pen.matrix, combined(pen.textMatrix, [1, 0, 0, 1, pen.x, pen.y + pen.rise]));
  const glyphs: Glyph[] = [];
  let x = 0;
  for (const item of shown) {
    if (item === null) continue;
    if (typeof item === 'number') {
      x += ((isStacked ? 1 : -1) * item * size) / 1000;
      continue;
    }
    const spacing = ((item.isSpace ? pen.wordSpacing : 0) + pen.characterSpacing) * turned;
    const down = -((item.vmetric ?? font.defaultVMetrics)?.[0] ?? -1000);
    const width = (isStacked ? down : item.width) * perWidth;
    const glyph = isStacked
      ? stackedGlyph(matrix, x, width, size)
      : glyphInLine(matrix, x * scale, (x + width) * scale, size);
    if (glyph)
      glyphs.push(
        Object.assign(glyph, { text: textOf(item, pen), isStacked, run, isSeen: isSeen(pen, glyph) }),
      );
    x += width + spacing;
  }
  if (isStacked) pen.y -= x;
  else pen.x += x * scale;
  return glyphs;
}

type Placed = Omit<Glyph, 'text' | 'run' | 'isSeen' | 'isStacked'>;

/** Characters stand on their baseline; their middle is about this high. */
const middle = 0.36;

function glyphInLine(matrix: Matrix, from: number, to: number, size: number): Placed | undefined {
  const [x0, y0] = moved(matrix, from, 0);
  const [x1, y1] = moved(matrix, to, 0);
  const direction = directionOf(matrix[0], matrix[1]);
  const onPage = size * Math.hypot(matrix[2], matrix[3]);
  const [centreX, centreY] = moved(matrix, (from + to) / 2, middle * size);
  const isAcross = direction === 'right' || direction === 'left';
  return direction === undefined
    ? undefined
    : {
        x0: isAcross ? x0 : y0,
        x1: isAcross ? x1 : y1,
        baseline: isAcross ? y0 : x0,
        size: onPage,
        centreX,
        centreY,
        direction,
      };
}

function stackedGlyph(matrix: Matrix, from: number, width: number, size: number): Placed {
  const [centreX, centreY] = moved(matrix, 0, -(from + width / 2));
  const [, y0] = moved(matrix, 0, -from);
  const [, y1] = moved(matrix, 0, -(from + width));
  const onPage = size * Math.hypot(matrix[2], matrix[3]);
  return { x0: y0, x1: y1, baseline: centreX, size: onPage, centreX, centreY, direction: 'down' };
}

function directionOf(x: number, y: number): Direction | undefined {
  if (Math.abs(y) < 0.2 * Math.abs(x)) return x > 0 ? 'right' : 'left';
  if (Math.abs(x) < 0.2 * Math.abs(y)) return y > 0 ? 'down' : 'up';
  return undefined;
}

/** pdf.js hands over the same object for the same character of a font. */
const texts = new WeakMap<FontGlyph, string>();

function textOf(glyph: FontGlyph, pen: Pen): string {
  let text = texts.get(glyph);
  if (text === undefined) texts.set(glyph, (text = decodedText(glyph, pen)));
  return text;
}

function decodedText({ unicode, width }: FontGlyph, { font }: Pen): string {
  if (isUncoded(font)) return width === 0 ? '' : unreadable;
  if (/^[\s\u00ad\u200b-\u200f\u2060\ufeff]+$/.test(unicode)) return ' ';
  const text = withoutRadicals(unicode);
  if (/^[\0-\x08\x0e-\x1f\x7f\ue000-\uf8ff\ufffd]/.test(text)) return width === 0 ? '' : unreadable;
  if (text === '' && width > 0) return unreadable;
  return text;
}

/** A font whose codes are numbers of its drawings: which characters they show is written nowhere. */
function isUncoded(font: Pen['font']): boolean {
  return font?.composite === true && (font.toUnicode === undefined || 'firstChar' in font.toUnicode);
}

function isSeen(pen: Pen, { centreX, centreY }: Placed): boolean {
  if (pen.mode === modeInvisible || pen.mode === modeClip || pen.fillOpacity === 0) return false;
  return holds(pen.clip, centreX, centreY, slack);
}

export function isDrawnWhite(pen: Pen): boolean {
  return pen.mode !== 1 && isWhite(pen.fill);
}
