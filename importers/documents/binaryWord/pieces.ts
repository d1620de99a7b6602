import iconv from 'iconv-lite';
import { broken } from '../../files/zipEntries.js';
import type { Extent } from './Extent.js';
import { sprmsOf, type Codes, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** A stretch of text as it is stored, and the bytes at which it stands, by which its properties are found. */
export interface Piece {
  readonly text: string;
  /** Of its first character, and how many bytes each one takes. */
  readonly offset: number;
  readonly width: number;
  /** What a quick save has changed of the whole piece. */
  readonly changes: readonly Sprm[];
}

const compressedFlag = 0x40000000;
const mostCharacters = 5_000_000;
const mostPieces = 100_000;

/** The text of all stories in their order. */
export function readPieces(
  document: Stream,
  table: Stream,
  { offset, length }: Extent,
  wanted: Codes,
): Piece[] {
  const lists: Stream[] = [];
  let at = offset;
  const end = offset + length;
  while (at < end && table.u8(at) === 1) {
    const size = table.u16(at + 1);
    lists.push(table.part(at + 3, size));
    at += 3 + size;
  }
  if (at >= end || table.u8(at) !== 2) throw broken('文件已损坏');
  const count = Math.floor((table.u32(at + 1) - 4) / 12);
  if (count > mostPieces) throw broken('文件已损坏');
  const places = at + 5;
  const pieces: Piece[] = [];
  let characters = 0;
  for (let index = 0; index < count; index++) {
    const size = table.u32(places + 4 * index + 4) - table.u32(places + 4 * index);
    const piece = places + 4 * (count + 1) + 8 * index;
    if (size < 0 || characters + size > mostCharacters) throw broken('文件已损坏');
    const place = table.u32(piece + 2);
    const changes = changesOf(table.u16(piece + 6), lists, wanted);
    const isCompressed = (place & compressedFlag) !== 0;
    const start = isCompressed ? (place & ~compressedFlag) / 2 : place & ~compressedFlag;
    const width = isCompressed ? 1 : 2;
    const bytes = document.part(start, size * width).toBuffer();
    const text = isCompressed
      ? iconv.decode(bytes, 'windows-1252', { stripBOM: false })
      : bytes.toString('utf16le');
    characters += size;
    pieces.push({ text, offset: start, width, changes });
  }
  return pieces;
}

/** The part of a text between two of its characters. */
export function partOf(pieces: readonly Piece[], from: number, to: number): Piece[] {
  const part: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const [first, last] = [Math.max(0, from - at), Math.min(piece.text.length, to - at)];
    at += piece.text.length;
    if (first >= last) continue;
    part.push({
      ...piece,
      text: piece.text.slice(first, last),
      offset: piece.offset + first * piece.width,
    });
  }
  return part;
}

function changesOf(modifier: number, lists: readonly Stream[], wanted: Codes): readonly Sprm[] {
  const list = modifier & 1 ? lists[modifier >> 1] : undefined;
  return list ? sprmsOf(list, wanted) : [];
}
