import { ContinuedReader } from './ContinuedReader.js';

/** A text whose runs have fonts of their own; before the first run it has the font of its cell. */
export interface RichString {
  readonly text: string;
  readonly runs: readonly FontRun[];
}

export interface FontRun {
  readonly start: number;
  readonly font: number;
}

const wide = 0x01;
const hasPhonetics = 0x04;
const hasRuns = 0x08;

/** The shared strings that have runs, [MS-XLS] 2.4.265, by the number by which cells refer to them. */
export function richStrings(pieces: readonly Buffer[]): ReadonlyMap<number, RichString> {
  const reader = new ContinuedReader(pieces);
  const found = new Map<number, RichString>();
  reader.long();
  const count = reader.long();
  for (let index = 0; index < count; index += 1) {
    const length = reader.word();
    const flags = reader.byte();
    const runCount = flags & hasRuns ? reader.word() : 0;
    const phonetics = flags & hasPhonetics ? reader.long() : 0;
    const text = reader.characters(length, (flags & wide) !== 0);
    const runs: FontRun[] = [];
    for (let run = 0; run < runCount; run += 1) runs.push({ start: reader.word(), font: reader.word() });
    reader.skip(phonetics);
    if (runs.length > 0) found.set(index, { text, runs });
  }
  return found;
}

/** The text of an RSTRING cell of Excel 95, where no character takes more than a byte; else null. */
export function excel95String(body: Buffer): RichString | null {
  const length = body.readUInt16LE(6);
  const bytes = body.subarray(8, 8 + length);
  if (bytes.length < length || bytes.some((byte) => byte >= 0x80)) return null;
  const runs: FontRun[] = [];
  const first = 8 + length + 1;
  const end = first + body.readUInt8(first - 1) * 2;
  for (let at = first; at < end; at += 2)
    runs.push({ start: body.readUInt8(at), font: body.readUInt8(at + 1) });
  return { text: bytes.toString('latin1'), runs };
}
