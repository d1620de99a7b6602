import { isOn, isShaded, lookOf, type Styles } from './look.js';
import { paragraphMark } from '../notices.js';
import { branchOf, isPlaceholder, RunReader } from './runs.js';
import { readTable } from './tables.js';
import type { WordBlock, WordParagraph } from './wordBlocks.js';
import { childOf, type XmlElement } from './xml.js';

/** Reads the paragraphs and tables of a document in their order. */
export class Story {
  private readonly runs: RunReader;

  constructor(private readonly styles: Styles) {
    this.runs = new RunReader(styles);
  }

  /** The blocks of the body, of a cell or of a text box. */
  read(content: XmlElement, isOnShade = false): WordBlock[] {
    const blocks: WordBlock[] = [];
    /** A paragraph whose mark was deleted or is hidden goes on in the next one. */
    let open: WordParagraph | undefined;
    const put = (paragraph: WordParagraph, isOpen: boolean): void => {
      const joined: WordParagraph = open
        ? {
            kind: 'paragraph',
            text: open.text + paragraph.text,
            notices: [...open.notices, ...paragraph.notices],
          }
        : paragraph;
      open = isOpen ? joined : undefined;
      if (!isOpen) blocks.push(joined);
    };
    const close = (): void => {
      if (open) blocks.push(open);
      open = undefined;
    };
    const readAll = (parent: XmlElement): void => {
      for (const child of parent.children) {
        if (typeof child === 'string') continue;
        if (child.name === 'w:p') this.readParagraph(child, isOnShade, blocks, put);
        else if (child.name === 'w:tbl') {
          close();
          blocks.push(
            readTable(child, (cell, isShadedCell) => this.read(cell, isShadedCell), this.styles, isOnShade),
          );
        } else if (child.name === 'w:sdt') {
          if (!isPlaceholder(child)) readAll(childOf(child, 'w:sdtContent') ?? child);
        } else if (child.name === 'mc:AlternateContent') readAll(branchOf(child));
        else if (/^w:(ins|moveTo|customXml|smartTag)$/.test(child.name)) readAll(child);
      }
    };
    readAll(content);
    close();
    return blocks;
  }

  private readParagraph(
    paragraph: XmlElement,
    isOnShade: boolean,
    blocks: WordBlock[],
    put: (paragraph: WordParagraph, isOpen: boolean) => void,
  ): void {
    const properties = childOf(paragraph, 'w:pPr');
    const mark = childOf(properties, 'w:rPr');
    const look = this.styles.over(this.styles.usual, childOf(properties, 'w:pStyle'));
    const isShadedHere = isOnShade || isShaded(childOf(properties, 'w:shd'));
    const { text, notices, boxes } = this.runs.read(paragraph, { look, isShaded: isShadedHere });
    for (const box of boxes) blocks.push(...this.read(box, true));
    const isDeleted = childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
    const isHidden = lookOf(mark, {}).hidden === true || isOn(childOf(mark, 'w:specVanish'));
    const told = isDeleted ? [...notices, { kind: 'deleted', text: paragraphMark } as const] : notices;
    put({ kind: 'paragraph', text, notices: told }, isDeleted || isHidden);
  }
}
