import type { Notice, NoticeKind } from '../notices.js';
import type { WordBlock, WordParagraph } from '../word/wordBlocks.js';
import { characterLook, type CharacterLook } from './characterLook.js';
import type { Formatting } from './formatting.js';
import { paragraphShape } from './paragraphShape.js';
import type { Character } from './pieces.js';
import { rowShape } from './rowShape.js';
import { TableBuilder } from './TableBuilder.js';
import type { Sprm } from './sprms.js';

export interface StoryFormatting {
  readonly characters: Formatting;
  readonly paragraphs: Formatting;
}

const symbolOffset = 0xf000;
const unknown = '\ufffd';
/** A text box hangs on this mark. */
const anchor = '\x08';

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
  characters: readonly Character[],
  { characters: looks, paragraphs }: StoryFormatting,
  boxAt: (anchor: number) => readonly WordBlock[] = () => [],
): WordBlock[] {
  const blocks: WordBlock[] = [];
  const tables: TableBuilder[] = [];
  const known = new Map<readonly Sprm[], CharacterLook>();
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
  const lookOf = (character: Character): CharacterLook => {
    const own = looks.at(character.offset);
    if (character.changes.length > 0) return characterLook([...own, ...character.changes]);
    const found = known.get(own) ?? characterLook(own);
    known.set(own, found);
    return found;
  };
  const tell = (kind: NoticeKind, what: string): void => {
    const last = notices.at(-1);
    if (last?.kind === kind) last.text += what;
    else notices.push({ kind, text: what });
  };
  const endParagraph = (mark: Character, isCellEnd: boolean): void => {
    const sprms = [...paragraphs.at(mark.offset), ...mark.changes];
    const { depth, endsInnerCell, endsRow } = paragraphShape(sprms);
    closeTo(depth);
    blocks.push(...boxes);
    if (!endsRow) target().push(paragraphOf(text, notices));
    text = '';
    notices = [];
    boxes = [];
    // The code of a field does not go on in another paragraph: one that is not closed ends here.
    while (fields.at(-1) === 'code') fields.pop();
    const table = tables.at(-1);
    if (endsRow) table?.endRow(rowShape(sprms));
    else if (isCellEnd || endsInnerCell) table?.endCell();
  };

  for (const character of characters) {
    const look = lookOf(character);
    const { text: written } = character;
    if (written === '\x07') {
      endParagraph(character, true);
      continue;
    }
    if (written === '\r' || written === '\x0c') {
      if (!look.isDeleted && !look.isHidden) endParagraph(character, false);
      continue;
    }
    if (written === '\x13') fields.push('code');
    else if (written === '\x14') fields.splice(-1, 1, 'result');
    else if (written === '\x15') fields.pop();
    else if (written === anchor) boxes.push(...boxAt(anchors++));
    else if (!fields.includes('code')) {
      const shown = shownText(written, look);
      if (shown === '') continue;
      if (look.leftOut) tell(look.leftOut, shown);
      else {
        text += shown;
        if (look.isInserted) tell('inserted', shown);
      }
    }
  }
  if (text.trim() !== '' || notices.length > 0) target().push(paragraphOf(text, notices));
  closeTo(0);
  blocks.push(...boxes);
  return blocks;
}

function paragraphOf(text: string, notices: readonly Notice[]): WordParagraph {
  return { kind: 'paragraph', text, notices };
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
