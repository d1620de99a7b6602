import { CFB } from '@e965/xlsx';
import type { RichString, RichText } from '../textRuns.js';
import { OldLooks } from './OldLooks.js';
import { records, type OldRecord } from './records.js';
import { richString, richStrings } from './richStrings.js';

/** What cells of a sheet say of which a part is left out. */
export type LeftOutTexts = (row: number, column: number) => LeftOutText | null;

export interface LeftOutText extends RichText {
  /** All that stands in the cell; null of one that is left out as it is, whatever it holds. */
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
  palette: 0x92,
  code: 0x41e,
  strings: 0xfc,
  shared: 0xfd,
  beginOfPart: 0x809,
} as const;
const formula = 0x06;
const label = 0x204;
/** FORMULA, NUMBER, LABEL, BOOLERR and RK begin alike. */
const others: ReadonlySet<number> = new Set([formula, 0x203, label, 0x205, 0x27e]);
const excel97 = 0x600;

/**
 * For each sheet of an .xls workbook, in their order in the file: the cells that are struck out or hidden, or whose
 * text is in part struck out, hidden, raised or lowered. Empty where there are none, and for what is no whole workbook.
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
  readonly looks: OldLooks;
  readonly isExcel95: boolean;
  readonly strings: ReadonlyMap<number, RichString>;
  /** Where the sheets begin. */
  readonly starts: readonly number[];
}

function readStream(stream: Buffer): readonly LeftOutTexts[] {
  const globals = readGlobals(stream);
  if (globals.looks.leaveNothingOut) return [];
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
  const looks = new OldLooks();
  let isExcel95 = false;
  const starts = new Set<number>();
  const shared: Buffer[] = [];
  let previous = 0;
  for (const { type: kind, body } of records(stream)) {
    if (kind === type.endOfPart) break;
    if (kind === type.font) looks.addFont(body);
    else if (kind === type.format) looks.addFormat(body);
    else if (kind === type.code) looks.addCode(body);
    else if (kind === type.palette) looks.addPalette(body);
    else if (kind === type.beginOfPart) isExcel95 = body.readUInt16LE(0) < excel97;
    else if (kind === type.sheet) starts.add(body.readUInt32LE(0));
    else if (kind === type.strings || (kind === type.continued && previous === type.strings))
      shared.push(body);
    if (kind !== type.continued) previous = kind;
  }
  const isNeeded = shared.length > 0 && !looks.leaveNothingOut;
  return {
    looks,
    isExcel95,
    strings: isNeeded ? richStrings(shared) : new Map(),
    starts: [...starts].sort((one, other) => one - other),
  };
}

function placeOf(row: number, column: number): number {
  return row * 0x1_0000 + column;
}

function* cellsOf(
  { type: kind, body }: OldRecord,
  { looks, strings, isExcel95 }: Globals,
): Generator<[number, LeftOutText]> {
  if (kind === type.numbers) {
    const first = body.readUInt16LE(2);
    for (let at = 4; at + 6 < body.length; at += 6) {
      const whole = wholly(looks.leftOut(body.readUInt16LE(at), false));
      if (whole) yield [first + (at - 4) / 6, whole];
    }
    return;
  }
  const isShared = kind === type.shared || kind === type.rich;
  if (!isShared && !others.has(kind)) return;
  const [column, format] = [body.readUInt16LE(2), body.readUInt16LE(4)];
  const rich =
    kind === type.rich ? richString(body, isExcel95) : isShared ? strings.get(body.readUInt32LE(6)) : null;
  if (rich) {
    const said = looks.read(rich, format);
    if (said) yield [column, { ...said, whole: rich.text }];
    return;
  }
  const isText = isShared || kind === label || (kind === formula && hasText(body));
  const whole = wholly(looks.leftOut(format, isText));
  if (whole && kind !== type.rich) yield [column, whole];
}

function wholly(why: 'struck' | 'hidden' | null): LeftOutText | null {
  return why && { text: '', leftOut: [why], whole: null };
}

/** A formula whose result is a text, which stands in the next record. */
function hasText(body: Buffer): boolean {
  return body.readUInt8(6) === 0 && body.readUInt16LE(12) === 0xffff;
}
