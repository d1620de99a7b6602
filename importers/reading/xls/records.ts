/** One record of the stream of an .xls workbook, [MS-XLS] 2.1.4. */
export interface OldRecord {
  readonly type: number;
  /** Where it begins in the stream. */
  readonly start: number;
  readonly body: Buffer;
}

/** The records of a stream up to the first that is cut short. */
export function* records(stream: Buffer): Generator<OldRecord> {
  let start = 0;
  while (start + 4 <= stream.length) {
    const end = start + 4 + stream.readUInt16LE(start + 2);
    if (end > stream.length) return;
    yield { type: stream.readUInt16LE(start), start, body: stream.subarray(start + 4, end) };
    start = end;
  }
}
