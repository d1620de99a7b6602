import type { FontRun, RichString } from '../textRuns.js';
import { ContinuedReader } from './ContinuedReader.js';

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
    const runs = runsOf(runCount, () => reader.word());
    reader.skip(phonetics);
    if (runs.length > 0) found.set(index, { text, runs });
  }
  return found;
}

/** The text of an RSTRING cell; null where its characters cannot be told from its bytes. */
export function richString(body: Buffer, isExcel95: boolean): RichString | null {
  return isExcel95 ? excel95String(body) : newString(body);
}

/** Since Excel 97, as in a list of shared strings. */
function newString(body: Buffer): RichString {
  const reader = new ContinuedReader([body.subarray(6)]);
  const length = reader.word();
  const text = reader.characters(length, (reader.byte() & wide) !== 0);
  return { text, runs: runsOf(reader.word(), () => reader.word()) };
}

/** Excel 95 counts bytes, in China those of code page 936. */
function excel95String(body: Buffer): RichString | null {
  const length = body.readUInt16LE(6);
  const bytes = body.subarray(8, 8 + length);
  const reader = new ContinuedReader([body.subarray(8 + length)]);
  const runs = runsOf(reader.byte(), () => reader.byte());
  const text = decoded(bytes);
  const starts = runs.map(({ start }) => decoded(bytes.subarray(0, start))?.length ?? null);
  if (bytes.length < length || text === null || starts.includes(null)) return null;
  return { text, runs: runs.map(({ font }, index) => ({ start: starts[index] ?? 0, font })) };
}

function runsOf(count: number, read: () => number): FontRun[] {
  return Array.from({ length: count }, () => ({ start: read(), font: read() }));
}

function decoded(bytes: Buffer): string | null {
  try {
    return new TextDecoder('gbk', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
