import iconv from 'iconv-lite';
import { broken } from '../../files/zipEntries.js';
import type { Extent } from './header.js';
import { sprmsOf, type Sprm } from './sprms.js';
import type { Stream } from './Stream.js';

/** One character of a document and the byte at which it stands, by which its properties are found. */
export interface Character {
  readonly text: string;
  readonly offset: number;
  /** What a quick save has changed of the whole piece. */
  readonly changes: readonly Sprm[];
}

const compressedFlag = 0x40000000;
const mostCharacters = 5_000_000;

/** The characters of all stories in their order, put together from the pieces in which they are stored. */
export function readPieces(document: Stream, table: Stream, { offset, length }: Extent): Character[] {
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
  const places = at + 5;
  const characters: Character[] = [];
  for (let index = 0; index < count; index++) {
    const size = table.u32(places + 4 * index + 4) - table.u32(places + 4 * index);
    const piece = places + 4 * (count + 1) + 8 * index;
    if (size < 0 || characters.length + size > mostCharacters) throw broken('文件已损坏');
    const place = table.u32(piece + 2);
    const changes = changesOf(table.u16(piece + 6), lists);
    const isCompressed = (place & compressedFlag) !== 0;
    const start = isCompressed ? (place & ~compressedFlag) / 2 : place & ~compressedFlag;
    const width = isCompressed ? 1 : 2;
    const bytes = Buffer.from(document.part(start, size * width).bytes);
    const text = iconv.decode(bytes, isCompressed ? 'windows-1252' : 'utf-16le', { stripBOM: false });
    for (let place = 0; place < size; place++)
      characters.push({ text: text.charAt(place), offset: start + place * width, changes });
  }
  return characters;
}

function changesOf(modifier: number, lists: readonly Stream[]): readonly Sprm[] {
  const list = modifier & 1 ? lists[modifier >> 1] : undefined;
  return list ? sprmsOf(list) : [];
}
