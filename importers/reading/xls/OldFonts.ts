import type { LeftOut } from '../grid.js';
import { allStruck, joinedRuns, type RichText, type TextRun } from '../textRuns.js';
import type { RichString } from './richStrings.js';

/** No workbook has a font of this number: [MS-XLS] 2.5.129. */
const missing = 4;
const struckFlag = 0x0008;
const positions: Readonly<Record<number, LeftOut>> = { 1: 'superscript', 2: 'subscript' };

/** The fonts of an .xls workbook and its cell formats that use them, as far as they leave text out. */
export class OldFonts {
  readonly #fonts: (LeftOut | null)[] = [];
  readonly #formats: number[] = [];

  /** A FONT record. */
  addFont(body: Buffer): void {
    const isStruck = (body.readUInt16LE(2) & struckFlag) !== 0;
    this.#fonts.push(isStruck ? 'struck' : (positions[body.readUInt16LE(8)] ?? null));
  }

  /** An XF record. */
  addFormat(body: Buffer): void {
    this.#formats.push(body.readUInt16LE(0));
  }

  get leaveNothingOut(): boolean {
    return this.#fonts.every((font) => font === null);
  }

  isStruck(format: number): boolean {
    return this.#leftOutInCells(format) === 'struck';
  }

  /** What a cell of a format says by such a text; null where nothing of it is left out. */
  read({ text, runs }: RichString, format: number): RichText | null {
    const [first] = runs;
    if (!first) return this.isStruck(format) ? allStruck : null;
    const pieces: TextRun[] = [
      { text: text.slice(0, first.start), leftOut: this.#leftOutInCells(format) },
      ...runs.map(({ start, font }, index) => ({
        text: text.slice(start, runs[index + 1]?.start),
        leftOut: this.#leftOutBy(font),
      })),
    ];
    if (pieces.map((piece) => piece.text).join('') !== text) return null;
    const said = joinedRuns(pieces.filter((piece) => piece.text !== ''));
    return said.text === text ? null : said;
  }

  #leftOutInCells(format: number): LeftOut | null {
    return this.#leftOutBy(this.#formats[format] ?? 0);
  }

  #leftOutBy(font: number): LeftOut | null {
    return this.#fonts[font < missing ? font : font - 1] ?? null;
  }
}
