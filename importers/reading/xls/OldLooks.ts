import { hidesText } from '../numberContent.js';
import {
  cellLeftOut,
  ink,
  leftOutBy,
  paletteColour,
  paper,
  plainCell,
  type CellLook,
  type TextLook,
} from '../textLook.js';
import { saidBy, type RichString, type RichText } from '../textRuns.js';

/** No workbook has a font of this number: [MS-XLS] 2.5.129. */
const missing = 4;
const struckFlag = 0x0008;
const raised: Readonly<Record<number, TextLook['raised']>> = { 1: 'superscript', 2: 'subscript' };
const automatic = 0x7fff;
const firstOwnColour = 8;
/** In the twips of a font. */
const pointSize = 20;
/** Formats of Excel 95 are shorter, and say of their fill elsewhere. */
const newFormat = 20;

interface OldFormat {
  readonly font: number;
  readonly code: number;
  readonly pattern: number;
  readonly fill: number;
}

/** The fonts, colours and cell formats of an .xls workbook, as far as they leave text out. */
export class OldLooks {
  readonly #fonts: { readonly look: TextLook; readonly colour: number }[] = [];
  readonly #formats: OldFormat[] = [];
  readonly #hiding = new Set<number>();
  #palette: readonly string[] = [];

  addFont(body: Buffer): void {
    const isStruck = (body.readUInt16LE(2) & struckFlag) !== 0;
    const position = raised[body.readUInt16LE(8)];
    const size = body.readUInt16LE(0) / pointSize;
    const look = { size, ...(isStruck && { struck: true }), ...(position && { raised: position }) };
    this.#fonts.push({ look, colour: body.readUInt16LE(4) });
  }

  /** An XF record. */
  addFormat(body: Buffer): void {
    const isNew = body.length >= newFormat;
    const colours = isNew ? body.readUInt16LE(18) : body.length >= 12 ? body.readUInt16LE(8) : 0;
    const pattern = isNew ? body.readUInt8(17) >> 2 : body.length >= 12 ? body.readUInt8(10) & 0x3f : 0;
    this.#formats.push({
      font: body.readUInt16LE(0),
      code: body.readUInt16LE(2),
      pattern,
      fill: colours & 0x7f,
    });
  }

  /** A FORMAT record: the code of a number format, of which only the marks of ASCII matter here. */
  addCode(body: Buffer): void {
    const code = body
      .toString('latin1', 3)
      .replace(/^[\0\x01]+/, '')
      .replaceAll('\0', '');
    if (hidesText(code)) this.#hiding.add(body.readUInt16LE(0));
  }

  /** A PALETTE record. */
  addPalette(body: Buffer): void {
    const count = Math.min(body.readUInt16LE(0), Math.floor((body.length - 2) / 4));
    this.#palette = Array.from({ length: count }, (_, index) =>
      body.toString('hex', 2 + index * 4, 5 + index * 4),
    );
  }

  get leaveNothingOut(): boolean {
    const grounds = new Set(this.#formats.map((format) => this.#groundOf(format)));
    return (
      this.#hiding.size === 0 &&
      this.#fonts.every((_, font) =>
        [paper, ...grounds].every((ground) => leftOutBy(this.#lookOf(font), ground) === null),
      )
    );
  }

  /** Why nothing of what a cell of a format holds is there; null when it is. */
  leftOut(format: number, isText: boolean): 'struck' | 'hidden' | null {
    const isHiding = isText && this.#hiding.has(this.#formats[format]?.code ?? 0);
    return cellLeftOut(this.#cellLook(format)) ?? (isHiding ? 'hidden' : null);
  }

  /** What a cell of a format says by a text with runs; null where nothing of it is left out. */
  read(rich: RichString, format: number): RichText | null {
    const why = this.leftOut(format, true);
    if (rich.runs.length === 0) return why && { text: '', leftOut: [why] };
    const look = this.#cellLook(format);
    if (why === 'hidden' && cellLeftOut(look) === null) return { text: '', leftOut: [why] };
    return saidBy(rich, look, (font) => this.#lookOf(font < missing ? font : font - 1));
  }

  #cellLook(format: number): CellLook {
    const found = this.#formats[format];
    if (!found) return plainCell;
    const { font } = found;
    return { font: this.#lookOf(font < missing ? font : font - 1), ground: this.#groundOf(found) };
  }

  #groundOf({ pattern, fill }: OldFormat): string | null {
    if (pattern === 0) return paper;
    return pattern === 1 && fill < 64 ? this.#colour(fill) : null;
  }

  /** By its place in the list: that of the missing one is taken by the next. */
  #lookOf(font: number): TextLook {
    const found = this.#fonts[font];
    return found ? { ...found.look, colour: this.#colour(found.colour) } : {};
  }

  #colour(index: number): string {
    if (index === automatic) return ink;
    return this.#palette[index - firstOwnColour] ?? paletteColour(index);
  }
}
