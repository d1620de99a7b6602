import { hidesText } from '../numberContent.js';
import {
  cellLeftOut,
  leftOutBy,
  ink,
  paletteColour,
  paper,
  plainCell,
  type CellLook,
  type TextLook,
} from '../textLook.js';
import { saidBy, type RichString, type RichText } from '../textRuns.js';
import { binaryRecords, wideString } from './binaryRecords.js';

const type = { font: 43, code: 44, fill: 45, format: 47, beginFormats: 617, endFormats: 618 } as const;
const struckFlag = 0x0008;
const raised: Readonly<Record<number, TextLook['raised']>> = { 1: 'superscript', 2: 'subscript' };
/** In the twips of a font. */
const pointSize = 20;
const solid = 1;

/** The styles of an .xlsb workbook, as far as they leave text out. */
export class BinaryLooks {
  readonly #fonts: TextLook[] = [];
  readonly #grounds: (string | null)[] = [];
  readonly #formats: { readonly look: CellLook; readonly code: number }[] = [];
  readonly #hiding = new Set<number>();

  constructor(styles: Buffer) {
    let isOfCells = false;
    for (const { type: kind, body } of binaryRecords(styles)) {
      if (kind === type.font) this.#fonts.push(fontLook(body));
      else if (kind === type.fill) this.#grounds.push(groundOf(body));
      else if (kind === type.code && hidesText(wideString(body, 2).text))
        this.#hiding.add(body.readUInt16LE(0));
      else if (kind === type.beginFormats) isOfCells = true;
      else if (kind === type.endFormats) isOfCells = false;
      else if (kind === type.format && isOfCells) this.#addFormat(body);
    }
  }

  #addFormat(body: Buffer): void {
    const ground = this.#grounds[body.readUInt16LE(6)];
    const font = this.#fonts[body.readUInt16LE(4)] ?? plainCell.font;
    const look = { font, ground: ground === undefined ? paper : ground };
    this.#formats.push({ look, code: body.readUInt16LE(2) });
  }

  get leaveNothingOut(): boolean {
    const grounds = new Set([paper, ...this.#grounds]);
    return (
      this.#hiding.size === 0 &&
      this.#fonts.every((look) => [...grounds].every((ground) => leftOutBy(look, ground) === null))
    );
  }

  /** Why nothing of what a cell of a format holds is there; null when it is. */
  leftOut(format: number, isText: boolean): 'struck' | 'hidden' | null {
    const found = this.#formats[format];
    if (!found) return null;
    return cellLeftOut(found.look) ?? (isText && this.#hiding.has(found.code) ? 'hidden' : null);
  }

  /** What a cell of a format says by a text with runs; null where nothing of it is left out. */
  read(rich: RichString, format: number): RichText | null {
    const look = this.#formats[format]?.look ?? plainCell;
    if (this.leftOut(format, true) === 'hidden' && cellLeftOut(look) === null)
      return { text: '', leftOut: ['hidden'] };
    return saidBy(rich, look, (font) => this.#fonts[font] ?? {});
  }
}

function fontLook(body: Buffer): TextLook {
  const position = raised[body.readUInt16LE(6)];
  return {
    size: body.readUInt16LE(0) / pointSize,
    colour: colourAt(body, 12) ?? ink,
    ...((body.readUInt16LE(2) & struckFlag) !== 0 && { struck: true }),
    ...(position && { raised: position }),
  };
}

/** The colour behind a cell; null of a pattern, through which two of them show. */
function groundOf(body: Buffer): string | null {
  const pattern = body.readUInt32LE(0);
  if (pattern === 0) return paper;
  return pattern === solid ? colourAt(body, 4) : null;
}

const kinds = { indexed: 1, rgb: 2, theme: 3 } as const;

/** [MS-XLSB] 2.5.12; null: the program chooses. */
function colourAt(body: Buffer, at: number): string | null {
  const kind = body.readUInt8(at) >> 1;
  const index = body.readUInt8(at + 1);
  const tint = body.readInt16LE(at + 2);
  const plain =
    kind === kinds.rgb
      ? body.toString('hex', at + 4, at + 7)
      : kind === kinds.theme
        ? ([paper, ink][index] ?? `theme${index}`)
        : kind === kinds.indexed
          ? paletteColour(index)
          : null;
  const isPlain = tint === 0 || (tint > 0 && plain === paper);
  return plain === null || isPlain ? plain : `${plain} ${tint}`;
}
