/** One record of a part of an .xlsb workbook, [MS-XLSB] 2.1.4. */
export interface BinaryRecord {
  readonly type: number;
  readonly body: Buffer;
}

/** The records of a part up to the first that is cut short. */
export function* binaryRecords(part: Buffer): Generator<BinaryRecord> {
  let at = 0;
  while (at + 2 <= part.length) {
    let type = part[at++] ?? 0;
    if (type & 0x80) type = (type & 0x7f) | ((part[at++] ?? 0) << 7);
    let size = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = part[at++] ?? 0;
      size |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) break;
    }
    if (at + size > part.length) return;
    yield { type, body: part.subarray(at, at + size) };
    at += size;
  }
}

/** A text with its length before it, and where it ends. */
export function wideString(body: Buffer, at: number): { text: string; end: number } {
  const start = at + 4;
  const end = start + 2 * body.readUInt32LE(at);
  return { text: body.toString('utf16le', start, end), end };
}
