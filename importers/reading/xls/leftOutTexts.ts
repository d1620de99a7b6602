import { CFB } from '@e965/xlsx';
import { allStruck, type RichText } from '../textRuns.js';
import { OldFonts } from './OldFonts.js';
import { records, type OldRecord } from './records.js';
import { excel95String, richStrings, type RichString } from './richStrings.js';

/** What cells of a sheet say of which a part is left out. */
export type LeftOutTexts = (row: number, column: number) => LeftOutText | null;

export interface LeftOutText extends RichText {
  /** All that stands in the cell; null of one that is struck out as it is, whatever it holds. */
  readonly whole: string | null;
}

const type = {
  endOfPart: 0x0a,
  font: 0x31,
  continued: 0x3c,
  sheet: 0x85,
  numbers: 0xbd,
  rich: 0xd6,
  format: 0xe0,
  strings: 0xfc,
  shared: 0xfd,
  beginOfPart: 0x809,
} as const;
/** FORMULA, NUMBER, LABEL, BOOLERR and RK begin alike. */
const others: ReadonlySet<number> = new Set([0x06, 0x203, 0x204, 0x205, 0x27e]);
const struckCell: LeftOutText = { ...allStruck, whole: null };

/**
 * For each sheet of an .xls workbook, in their order in the file: the cells that are struck out, or whose text is
 * in part struck out, raised or lowered. Empty where there are none, and for what is no whole workbook.
 */
export function leftOutTexts(bytes: Buffer): readonly LeftOutTexts[] {
  try {
    const container = CFB.read(bytes, { type: 'buffer' });
    const content = (CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book'))?.content;
    return content ? readStream(Buffer.from(content)) : [];
  } catch (error) {
    // Cut short or built by hand: then the cells are read without their looks, or the file is refused.
    if (error instanceof Error) return [];
    throw error;
  }
}

/** What the records before the first sheet say of all sheets. */
interface Globals {
  readonly fonts: OldFonts;
  readonly strings: ReadonlyMap<number, RichString>;
  /** Where the sheets begin. */
  readonly starts: readonly number[];
}

function readStream(stream: Buffer): readonly LeftOutTexts[] {
  const globals = readGlobals(stream);
  if (globals.fonts.leaveNothingOut) return [];
  const sheets = new Map(globals.starts.map((start) => [start, new Map<number, LeftOutText>()]));
  let depth = 0;
  let sheet: Map<number, LeftOutText> | undefined;
  for (const record of records(stream)) {
    if (record.type === type.beginOfPart) {
      // A chart on a sheet is a part within its part, with cells of its own.
      if (depth === 0) sheet = sheets.get(record.start);
      depth += 1;
    } else if (record.type === type.endOfPart) depth -= 1;
    else if (sheet && depth === 1)
      for (const [column, text] of cellsOf(record, globals))
        sheet.set(placeOf(record.body.readUInt16LE(0), column), text);
  }
  return [...sheets.values()].map((texts) => (row, column) => texts.get(placeOf(row, column)) ?? null);
}

function readGlobals(stream: Buffer): Globals {
  const fonts = new OldFonts();
  const starts = new Set<number>();
  const shared: Buffer[] = [];
  let previous = 0;
  for (const { type: kind, body } of records(stream)) {
    if (kind === type.endOfPart) break;
    if (kind === type.font) fonts.addFont(body);
    else if (kind === type.format) fonts.addFormat(body);
    else if (kind === type.sheet) starts.add(body.readUInt32LE(0));
    else if (kind === type.strings || (kind === type.continued && previous === type.strings))
      shared.push(body);
    if (kind !== type.continued) previous = kind;
  }
  const isNeeded = shared.length > 0 && !fonts.leaveNothingOut;
  return {
    fonts,
    strings: isNeeded ? richStrings(shared) : new Map(),
    starts: [...starts].sort((one, other) => one - other),
  };
}

function placeOf(row: number, column: number): number {
  return row * 0x1_0000 + column;
}

function* cellsOf(
  { type: kind, body }: OldRecord,
  { fonts, strings }: Globals,
): Generator<[number, LeftOutText]> {
  if (kind === type.numbers) {
    const first = body.readUInt16LE(2);
    for (let at = 4; at + 6 < body.length; at += 6)
      if (fonts.isStruck(body.readUInt16LE(at))) yield [first + (at - 4) / 6, struckCell];
    return;
  }
  const isText = kind === type.shared || kind === type.rich;
  if (!isText && !others.has(kind)) return;
  const [column, format] = [body.readUInt16LE(2), body.readUInt16LE(4)];
  const rich = kind === type.rich ? excel95String(body) : isText ? strings.get(body.readUInt32LE(6)) : null;
  if (rich) {
    const said = fonts.read(rich, format);
    if (said) yield [column, { ...said, whole: rich.text }];
  } else if (kind !== type.rich && fonts.isStruck(format)) yield [column, struckCell];
}
