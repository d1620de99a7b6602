import type { Stream } from './Stream.js';

/** One modification of a property. */
export interface Sprm {
  readonly code: number;
  readonly operand: Stream;
}

const tableDefinition = 0xd608;
const tabChange = 0xc615;
const fixedLengths: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3 };

/** Codes of properties, as a map of all that there can be: each is looked up for everything that a list says. */
export class Codes {
  private readonly known = new Uint8Array(0x10000);

  constructor(readonly all: readonly number[]) {
    for (const code of all) this.known[code] = 1;
  }

  has(code: number): boolean {
    return this.known[code] === 1;
  }
}

/** Names a style, whose properties stand in its place. */
export const namedStyle = 0x4a30;
/** Say where in the data stream the properties are that stand in their place. */
export const inData: readonly number[] = [0x6645, 0x6646, 0x646b];

/** The modifications of a list with one of the codes that are wanted, in their order. */
export function sprmsOf(list: Stream, wanted: Codes): Sprm[] {
  const found: Sprm[] = [];
  for (let at = 0; at + 2 <= list.length;) {
    const code = list.u16(at);
    at += 2;
    const { head, length } = lengthOf(code, list, at);
    if (at + head + length > list.length) break;
    if (wanted.has(code)) found.push({ code, operand: list.part(at + head, length) });
    at += head + length;
  }
  return found;
}

/** How many bytes say the length, and the length. */
function lengthOf(code: number, list: Stream, at: number): { head: number; length: number } {
  const fixed = fixedLengths[code >> 13];
  if (fixed !== undefined) return { head: 0, length: fixed };
  if (at >= list.length) return { head: 0, length: 0 };
  if (code === tableDefinition)
    return { head: 2, length: Math.max(0, (at + 2 <= list.length ? list.u16(at) : 1) - 1) };
  const length = list.u8(at);
  if (code !== tabChange || length < 255) return { head: 1, length };
  const deleted = list.u8(at + 1);
  const added = list.u8(at + 2 + 4 * deleted);
  return { head: 1, length: 2 + 4 * deleted + 3 * added };
}

/** As the style says, or the other way round. */
const asStyle = 0x80;
const otherwise = 0x81;

/** Whether a property that can be switched is on, over a style in which it is on or not. */
export function isOn({ operand }: Sprm, inStyle = false): boolean {
  const value = operand.u8(0);
  if (value === asStyle) return inStyle;
  return value === otherwise ? !inStyle : value === 1;
}
