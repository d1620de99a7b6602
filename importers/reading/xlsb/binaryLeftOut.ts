import type { Part } from '../../files/storedZip.js';
import type { RichString } from '../textRuns.js';
import type { LeftOutText, LeftOutTexts } from '../xls/leftOutTexts.js';
import { relations } from '../xlsx/workbookSheets.js';
import { BinaryLooks } from './BinaryLooks.js';
import { binaryRecords, wideString, type BinaryRecord } from './binaryRecords.js';

const type = { row: 0, item: 19, rich: 62, bundle: 156 } as const;
const book = 'xl/workbook.bin';
/** Cells by what they hold; those of the second kind leave out their column, which is the next one. */
const cells: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, type.rich]);
const shortCells: ReadonlySet<number> = new Set([12, 13, 14, 15, 16, 17, 18]);
const texts: ReadonlySet<number> = new Set([6, 7, 8, 17, 18, type.rich]);
const shared = { long: 7, short: 18 } as const;
const blank = 1;
const hasRuns = 0x01;

/**
 * For each sheet of an .xlsb workbook, in their order: the cells that are struck out or hidden, or whose text is in
 * part struck out, hidden, raised or lowered. Empty where there are none, and for what is no whole workbook.
 */
export function binaryLeftOut(parts: readonly Part[]): readonly LeftOutTexts[] {
  const byName = new Map(parts.map(({ name, bytes }) => [name.toLowerCase(), bytes]));
  const partOf = (name: string): Buffer | undefined => byName.get(name.toLowerCase());
  try {
    const related = relations(book, (name) => partOf(name)?.toString('latin1') ?? null);
    const targetOf = (kind: string): Buffer | undefined =>
      partOf([...related.values()].find((relation) => relation.kind === kind)?.target ?? '');
    const styles = targetOf('styles');
    const looks = styles && new BinaryLooks(styles);
    if (!looks || looks.leaveNothingOut) return [];
    const strings = richStrings(targetOf('sharedStrings'));
    return [...binaryRecords(partOf(book) ?? Buffer.alloc(0))]
      .filter((record) => record.type === type.bundle)
      .map(({ body }) => {
        const id = wideString(body, 8).text;
        const sheet = partOf(related.get(id)?.target ?? '');
        const found = sheet ? sheetTexts(sheet, looks, strings) : new Map<string, LeftOutText>();
        return (row, column) => found.get(`${row} ${column}`) ?? null;
      });
  } catch (error) {
    // Cut short or built by hand: then the cells are read without their looks, or the file is refused.
    if (error instanceof Error) return [];
    throw error;
  }
}

function richStrings(part: Buffer | undefined): ReadonlyMap<number, RichString> {
  const found = new Map<number, RichString>();
  let index = 0;
  for (const { type: kind, body } of binaryRecords(part ?? Buffer.alloc(0)))
    if (kind === type.item) {
      const rich = richString(body, 0);
      if (rich) found.set(index, rich);
      index += 1;
    }
  return found;
}

/** A text whose runs have fonts of their own, [MS-XLSB] 2.5.122; null of one without. */
function richString(body: Buffer, at: number): RichString | null {
  if ((body.readUInt8(at) & hasRuns) === 0) return null;
  const { text, end } = wideString(body, at + 1);
  const runs = Array.from({ length: body.readUInt32LE(end) }, (_, index) => ({
    start: body.readUInt16LE(end + 4 + 4 * index),
    font: body.readUInt16LE(end + 6 + 4 * index),
  }));
  return runs.length > 0 ? { text, runs } : null;
}

function sheetTexts(
  sheet: Buffer,
  looks: BinaryLooks,
  strings: ReadonlyMap<number, RichString>,
): ReadonlyMap<string, LeftOutText> {
  const found = new Map<string, LeftOutText>();
  let row = 0;
  let column = -1;
  for (const { type: kind, body } of binaryRecords(sheet)) {
    if (kind === type.row) {
      row = body.readUInt32LE(0);
      column = -1;
      continue;
    }
    const isShort = shortCells.has(kind);
    if (!isShort && !cells.has(kind) && kind !== blank) continue;
    const at = isShort ? 0 : 4;
    column = isShort ? column + 1 : body.readUInt32LE(0);
    const said = saidIn({ type: kind, body }, at, looks, strings);
    if (said) found.set(`${row} ${column}`, said);
  }
  return found;
}

function saidIn(
  { type: kind, body }: BinaryRecord,
  at: number,
  looks: BinaryLooks,
  strings: ReadonlyMap<number, RichString>,
): LeftOutText | null {
  const format = body.readUIntLE(at, 3);
  const rich =
    kind === type.rich
      ? richString(body, at + 4)
      : kind === shared.long || kind === shared.short
        ? strings.get(body.readUInt32LE(at + 4))
        : null;
  if (rich) {
    const said = looks.read(rich, format);
    return said && { ...said, whole: rich.text };
  }
  const why = looks.leftOut(format, texts.has(kind));
  return why && { text: '', leftOut: [why], whole: null };
}
