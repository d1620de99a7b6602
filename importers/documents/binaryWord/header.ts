import { unsupported } from '../../files/sniff.js';
import { encrypted } from '../../files/zipEntries.js';
import type { Extent } from './Extent.js';
import type { Stream } from './Stream.js';

/** What the head of a Word 97 document says: where its tables lie and how long its stories are. */
export interface Header {
  readonly table: '0Table' | '1Table';
  /** Offset and length in the table stream. */
  readonly pieces: Extent;
  readonly styles: Extent;
  readonly characterPages: Extent;
  readonly paragraphPages: Extent;
  readonly textBoxes: Extent;
  /** Numbers of characters: the main text, all stories between it and the text boxes, the text boxes. */
  readonly mainLength: number;
  readonly betweenLength: number;
  readonly boxesLength: number;
}

const word97 = 0xc1;
const encryptedFlag = 0x0100;
const secondTableFlag = 0x0200;
/** Places in the list of offsets and lengths. */
const places = { styles: 1, characterPages: 12, paragraphPages: 13, pieces: 33, textBoxes: 56 };

export function readHeader(document: Stream): Header {
  if (document.u16(2) < word97) throw unsupported(' Word 95 及更早的文档');
  const flags = document.u16(0x0a);
  if (flags & encryptedFlag) throw encrypted();
  const shorts = document.u16(0x20);
  const longsAt = 0x22 + 2 * shorts;
  const longs = longsAt + 2;
  const extents = longs + 4 * document.u16(longsAt) + 2;
  const length = (index: number): number => document.u32(longs + 4 * index);
  const extent = (place: number): Extent => ({
    offset: document.u32(extents + 8 * place),
    length: document.u32(extents + 8 * place + 4),
  });
  return {
    table: flags & secondTableFlag ? '1Table' : '0Table',
    pieces: extent(places.pieces),
    styles: extent(places.styles),
    characterPages: extent(places.characterPages),
    paragraphPages: extent(places.paragraphPages),
    textBoxes: extent(places.textBoxes),
    mainLength: length(3),
    betweenLength: length(4) + length(5) + length(6) + length(7) + length(8),
    boxesLength: length(9),
  };
}
