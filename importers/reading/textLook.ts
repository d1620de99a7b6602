import type { LeftOut } from './grid.js';

/** How a text looks, as far as that decides whether a person sees it. What is missing is as usual. */
export interface TextLook {
  readonly struck?: boolean;
  readonly raised?: 'superscript' | 'subscript';
  /** `ff0000`, or any other name that the file gives to a colour. */
  readonly colour?: string;
  /** In points. */
  readonly size?: number;
}

/** A cell: how its own text looks, and the colour behind it; null where nobody can say which that is. */
export interface CellLook {
  readonly font: TextLook;
  readonly ground: string | null;
}

export const paper = 'ffffff';
export const ink = '000000';
export const plainCell: CellLook = { font: {}, ground: paper };

/** In points: what is smaller than this is a line of dust. */
const smallest = 2;
/** Of 255: colours that differ by less cannot be told apart. */
const leastContrast = 16;

/** Why a text that looks so is no part of what is said there; null when it is. */
export function leftOutBy(look: TextLook, ground: string | null): LeftOut | null {
  if (look.struck) return 'struck';
  const isTiny = look.size !== undefined && look.size <= smallest;
  if (isTiny || (ground !== null && areAlike(look.colour ?? ink, ground))) return 'hidden';
  return look.raised ?? null;
}

/** Why all that a cell says is not there; null when it is. A cell of nothing but small print says what it says. */
export function cellLeftOut({ font, ground }: CellLook): 'struck' | 'hidden' | null {
  const why = leftOutBy(font, ground);
  return why === 'struck' || why === 'hidden' ? why : null;
}

function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  if (!isMixed(one) || !isMixed(other)) return false;
  return [0, 2, 4].every((at) => Math.abs(part(one, at) - part(other, at)) < leastContrast);
}

function isMixed(colour: string): boolean {
  return /^[\da-f]{6}$/.test(colour);
}

function part(colour: string, at: number): number {
  return parseInt(colour.slice(at, at + 2), 16);
}

const firstInPalette = ['000000', 'ffffff', 'ff0000', '00ff00', '0000ff', 'ffff00', 'ff00ff', '00ffff'];
const systemInk = 64;
const systemPaper = 65;

/** The colour of a number in the palette that workbooks share. */
export function paletteColour(index: number): string {
  if (index === systemInk) return ink;
  if (index === systemPaper) return paper;
  // The first eight stand in it twice.
  return firstInPalette[index < 8 ? index : index - 8] ?? `palette${index}`;
}
