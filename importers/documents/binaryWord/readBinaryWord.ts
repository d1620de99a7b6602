import { broken } from '../../files/zipEntries.js';
import type { DocumentFile } from '../documentFile.js';
import { noticeProblems } from '../notices.js';
import { documentBlocks } from '../word/documentBlocks.js';
import type { WordBlock } from '../word/wordBlocks.js';
import { characterLook, characterProperties } from './characterLook.js';
import { CharacterStyles } from './characterStyles.js';
import type { Container } from './container.js';
import { Formatting, ofCharacters, ofParagraphs } from './formatting.js';
import { readHeader, type Header } from './header.js';
import { fromData, fromStyles } from './instead.js';
import { paragraphProperties, paragraphShape } from './paragraphShape.js';
import { partOf, readPieces, type Piece } from './pieces.js';
import { boxAnchor, readStory, type StoryFormatting } from './readStory.js';
import { Codes } from './sprms.js';
import type { Stream } from './Stream.js';

/** Reads a Word 97–2003 document (.doc), which WPS also writes as .wps. */
export function readBinaryWord(container: Container): DocumentFile {
  const document = container.stream('WordDocument');
  if (!document) throw broken('文件里没有正文');
  const header = readHeader(document);
  const table = container.stream(header.table);
  if (!table) throw broken('文件不完整');
  const data = container.stream('Data');
  const styles = new CharacterStyles(table, header.styles, characterProperties);
  const formatting: StoryFormatting = {
    characters: new Formatting(
      document,
      table,
      {
        extent: header.characterPages,
        paging: ofCharacters,
        instead: fromStyles((style) => styles.of(style)),
        wanted: characterProperties,
      },
      characterLook,
    ),
    paragraphs: new Formatting(
      document,
      table,
      {
        extent: header.paragraphPages,
        paging: ofParagraphs,
        instead: fromData(data, paragraphProperties),
        wanted: paragraphProperties,
      },
      paragraphShape,
    ),
    bases: styles.ofParagraphs((sprms) => characterLook(sprms).leftOut !== null),
  };
  const pieces = readPieces(document, table, header.pieces, pieceProperties);
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

/** A quick save changes whole pieces. */
const pieceProperties = new Codes([...characterProperties.all, ...paragraphProperties.all]);

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
