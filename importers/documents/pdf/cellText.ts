import type { Notice } from '../notices.js';
import type { Glyph } from './drawing.js';
import { unreadable } from './showText.js';
import { textLines, type TextLine } from './textLines.js';

export interface CellText {
  readonly text: string;
  readonly notices: readonly Notice[];
}

const number = /^[+\-−]?[\d,.，．]+$/u;

/**
 * The text of one cell. Digits in several lines are one number when every line but the last is full: then the
 * cell was too narrow. Otherwise they are two numbers, and stay on two lines.
 */
export function cellText(glyphs: readonly Glyph[], width: number, padding: number): CellText {
  const lines = textLines(glyphs).filter(({ text }) => text.trim() !== '');
  const notices: Notice[] = lines.flatMap((line) => line.notices);
  const whole = lines.map(({ text }) => text).join('');
  if (whole.includes(unreadable)) notices.push({ kind: 'unreadable', text: whole });
  if (lines.length > 1 && isOneNumber(lines, width - 2 * padding)) {
    notices.push({ kind: 'joined', text: whole });
    return { text: whole, notices };
  }
  return { text: lines.map(({ text }) => text).join('\n'), notices };
}

function isOneNumber(lines: readonly TextLine[], width: number): boolean {
  if (!lines.every(({ text }) => number.test(text))) return false;
  return lines.slice(0, -1).every(({ text, from, to }, index) => {
    const digit = (to - from) / Math.max(1, text.length);
    const next = lines[index + 1];
    return next !== undefined && to - from + digit > width && next.to - next.from <= to - from + digit / 2;
  });
}
