import { CFB } from '@e965/xlsx';
import { broken } from '../../files/zipEntries.js';
import type { DocumentFile } from '../documentFile.js';
import { noticeProblems } from '../notices.js';
import { documentBlocks } from '../word/documentBlocks.js';
import type { WordBlock } from '../word/wordBlocks.js';
import { Formatting } from './formatting.js';
import { readHeader, type Header } from './header.js';
import { partOf, readPieces, type Piece } from './pieces.js';
import { boxAnchor, readStory, type StoryFormatting } from './readStory.js';
import { Stream } from './Stream.js';

/** The streams of an OLE2 file that stand at its top; what is embedded in it stands below. */
export interface Container {
  stream(name: string): Stream | null;
}

export function openContainer(bytes: Buffer): Container {
  const container = parsed(bytes);
  const root = container.FullPaths[0] ?? '';
  return {
    stream(name) {
      const index = container.FullPaths.findIndex(
        (path) => path.toLowerCase() === `${root}${name}`.toLowerCase(),
      );
      const content = container.FileIndex[index]?.content;
      return content ? new Stream(Buffer.from(content)) : null;
    },
  };
}

/** What this reader looks at of a parsed container. */
interface ParsedContainer {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: ArrayLike<number> }[];
}

function parsed(bytes: Buffer): ParsedContainer {
  try {
    return CFB.parse(bytes, { type: 'buffer' }) as ParsedContainer;
  } catch {
    throw broken('文件不完整或已损坏');
  }
}

/** Reads a Word 97–2003 document (.doc), which WPS also writes as .wps. */
export function readBinaryWord(container: Container): DocumentFile {
  const document = container.stream('WordDocument');
  if (!document) throw broken('文件里没有正文');
  const header = readHeader(document);
  const table = container.stream(header.table);
  if (!table) throw broken('文件不完整');
  const data = container.stream('Data');
  const formatting: StoryFormatting = {
    characters: Formatting.ofCharacters(document, table, header.characterPages),
    paragraphs: Formatting.ofParagraphs(document, table, header.paragraphPages, data),
  };
  const pieces = readPieces(document, table, header.pieces);
  const boxes = textBoxes(pieces, header, table).map((box) => readStory(box, formatting));
  const main = partOf(pieces, 0, header.mainLength);
  const anchors = main.reduce((sum, { text }) => sum + text.split(boxAnchor).length - 1, 0);
  // A picture hangs on the same mark as a text box: where it is not certain which is which, boxes come first.
  const isCertain = anchors === boxes.length;
  const read = readStory(main, formatting, (anchor) => (isCertain ? (boxes[anchor] ?? []) : []));
  const blocks: readonly WordBlock[] = isCertain ? read : [...boxes.flat(), ...read];
  const { blocks: found, notices } = documentBlocks(blocks);
  return { blocks: found, problems: noticeProblems(notices) };
}

const mostBoxes = 1_000;

/** The text of each text box. */
function textBoxes(pieces: readonly Piece[], header: Header, table: Stream): (readonly Piece[])[] {
  const { mainLength, betweenLength, boxesLength, textBoxes: extent } = header;
  const start = mainLength + betweenLength;
  const story = partOf(pieces, start, start + boxesLength);
  const count = Math.floor((extent.length - 4) / 26);
  if (boxesLength === 0 || count < 1) return story.length > 0 ? [story] : [];
  if (count > mostBoxes) throw broken('文件已损坏');
  const edges = Array.from({ length: count + 1 }, (_, index) => table.u32(extent.offset + 4 * index));
  return edges
    .slice(1)
    .map((end, index) => partOf(story, edges[index] ?? 0, end))
    .filter((box) => box.some(({ text }) => text.trim() !== ''));
}
