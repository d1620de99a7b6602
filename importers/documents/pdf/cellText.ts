import type { Notice } from '../notices.js';
import type { Glyph } from './drawing.js';
import { unreadable } from './showText.js';
import { textLines, type TextLine } from './textLines.js';

export interface CellText {
  readonly text: string;
  /** Its last line is a number that has no room for another digit: on the next page it may go on. */
  readonly isFull: boolean;
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
  const last = lines.at(-1);
  const isFull = last !== undefined && fills(last, width - 2 * padding);
  if (lines.length > 1 && isOneNumber(lines, width - 2 * padding)) {
    notices.push({ kind: 'joined', text: whole });
    return { text: whole, isFull, notices };
  }
  return { text: lines.map(({ text }) => text).join('\n'), isFull, notices };
}

/** Whether a line is a number that another digit would make too long for its cell. */
function fills({ text, from, to }: TextLine, width: number): boolean {
  return number.test(text) && to - from + digitOf({ text, from, to }) > width;
}

function digitOf({ text, from, to }: Pick<TextLine, 'text' | 'from' | 'to'>): number {
  return (to - from) / Math.max(1, text.length);
}

function isOneNumber(lines: readonly TextLine[], width: number): boolean {
  if (!lines.every(({ text }) => number.test(text))) return false;
  return lines.slice(0, -1).every((line, index) => {
    const next = lines[index + 1];
    const length = line.to - line.from;
    return next !== undefined && fills(line, width) && next.to - next.from <= length + digitOf(line) / 2;
  });
}
