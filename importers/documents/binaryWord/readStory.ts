import { paragraphMark, type Notice, type NoticeKind } from '../notices.js';
import type { WordBlock, WordParagraph } from '../word/wordBlocks.js';
import type { CharacterLook } from './characterLook.js';
import type { Formatting } from './formatting.js';
import type { ParagraphShape } from './paragraphShape.js';
import type { Piece } from './pieces.js';
import type { Sprm } from './sprms.js';
import { TableBuilder } from './TableBuilder.js';

export interface StoryFormatting {
  readonly characters: Formatting<CharacterLook>;
  readonly paragraphs: Formatting<ParagraphShape>;
  /** What the styles of paragraphs say of their characters, of those whose text is not simply there. */
  readonly bases: ReadonlyMap<number, readonly Sprm[]>;
}

const symbolOffset = 0xf000;
const unknown = '\ufffd';
/** A text box hangs on this mark. */
export const boxAnchor = '\x08';
const softHyphen = 0xad;
/** Whatever has a lower number stands for something else. */
const firstPlain = 0x20;

/** Characters that stand for something else, as text. */
const marks: Readonly<Record<string, string>> = {
  '\x0b': '\n',
  '\x0e': '\n',
  '\x1e': '-',
  '\x1f': '',
  '\xad': '',
};

/** Reads the paragraphs and tables of one story; `boxAt` gives the blocks of the text box on the n-th anchor. */
export function readStory(
  pieces: readonly Piece[],
  { characters: looks, paragraphs, bases }: StoryFormatting,
  boxAt: (anchor: number) => readonly WordBlock[] = () => [],
): WordBlock[] {
  const blocks: WordBlock[] = [];
  const tables: TableBuilder[] = [];
  const fields: ('code' | 'result')[] = [];
  let text = '';
  let notices: { kind: NoticeKind; text: string }[] = [];
  let boxes: WordBlock[] = [];
  let anchors = 0;

  const target = (): WordBlock[] => tables.at(-1)?.blocks ?? blocks;
  const closeTo = (depth: number): void => {
    while (tables.length > depth) {
      const table = tables.pop()?.finish();
      if (table) target().push(table);
    }
    while (tables.length < depth) tables.push(new TableBuilder());
  };
  const tell = (kind: NoticeKind, what: string): void => {
    const last = notices.at(-1);
    if (last?.kind === kind) last.text += what;
    else notices.push({ kind, text: what });
  };
  const endParagraph = (offset: number, { changes }: Piece, isCellEnd: boolean): void => {
    const { depth, endsInnerCell, endsRow, row } = paragraphs.at(offset, changes);
    closeTo(depth);
    if (boxes.length > 0) blocks.push(...boxes);
    if (!endsRow) target().push(paragraphOf(text, notices));
    text = '';
    if (notices.length > 0) notices = [];
    if (boxes.length > 0) boxes = [];
    // The code of a field does not go on in another paragraph: one that is not closed ends here.
    while (fields.at(-1) === 'code') fields.pop();
    const table = tables.at(-1);
    if (endsRow) table?.endRow(row);
    else if (isCellEnd || endsInnerCell) table?.endCell();
  };

  const show = (shown: string, look: CharacterLook): void => {
    if (shown === '' || (fields.length > 0 && fields.includes('code'))) return;
    if (look.leftOut) tell(look.leftOut, shown);
    else {
      text += shown;
      if (look.isInserted) tell('inserted', shown);
    }
  };
  const takeMark = (mark: string, look: CharacterLook, offset: number, piece: Piece): void => {
    if (mark === '\x07') endParagraph(offset, piece, true);
    else if (mark === '\r' || mark === '\x0c') {
      if (look.isDeleted) tell('deleted', paragraphMark);
      else if (!look.isHidden) endParagraph(offset, piece, false);
    } else if (mark === '\x13') fields.push('code');
    else if (mark === '\x14') fields.splice(-1, 1, 'result');
    else if (mark === '\x15') fields.pop();
    else if (mark === boxAnchor) boxes.push(...boxAt(anchors++));
    else show(shownText(mark, look), look);
  };
  /** A stretch that looks the same all along. */
  const take = (piece: Piece, from: number, to: number, look: CharacterLook): void => {
    let plain = from;
    for (let at = from; at < to; at++) {
      const character = piece.text.charCodeAt(at);
      if (character >= firstPlain && character !== softHyphen && !look.isSpecial) continue;
      if (plain < at) show(piece.text.slice(plain, at), look);
      takeMark(piece.text.charAt(at), look, piece.offset + at * piece.width, piece);
      plain = at + 1;
    }
    if (plain < to) show(piece.text.slice(plain, to), look);
  };

  for (const piece of pieces)
    for (let from = 0; from < piece.text.length;) {
      const offset = piece.offset + from * piece.width;
      let end = looks.endAt(offset);
      if (bases.size > 0) end = Math.min(end, paragraphs.endAt(offset));
      const base = bases.size > 0 ? bases.get(paragraphs.styleAt(offset)) : undefined;
      const to = Math.min(piece.text.length, from + Math.ceil((end - offset) / piece.width));
      take(piece, from, to, looks.at(offset, piece.changes, base));
      from = to;
    }
  if (text.trim() !== '' || notices.length > 0) target().push(paragraphOf(text, notices));
  closeTo(0);
  blocks.push(...boxes);
  return blocks;
}

const untold: readonly Notice[] = [];

function paragraphOf(text: string, notices: readonly Notice[]): WordParagraph {
  return { kind: 'paragraph', text, notices: notices.length > 0 ? notices : untold };
}

function shownText(written: string, { isSpecial, symbol }: CharacterLook): string {
  if (isSpecial && written === '(' && symbol !== null) {
    const plain = symbol >= symbolOffset ? symbol - symbolOffset : symbol;
    return plain >= 0x20 && plain <= 0x40 ? String.fromCharCode(plain) : unknown;
  }
  const mark = marks[written];
  if (mark !== undefined) return mark;
  return written < ' ' && written !== '\t' ? '' : written;
}
