import { Readable, pipeline } from 'node:stream';
import { createDeflateRaw, crc32 } from 'node:zlib';

/** One part of a package, written piece by piece. */
export interface StreamedPart {
  readonly name: string;
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

/** Sizes stand in 32 bits. */
const mostBytes = 0xffff_ffff;
/** 1980-01-01: the same rows give the same bytes. */
const date = 0x0021;
/** Sizes follow the content; names are in UTF-8. */
const flags = 0x0808;
const deflated = 8;

/** A zip as it comes into being: a piece of content is asked for when somebody takes the bytes before it. */
export async function* zipStream(parts: Iterable<StreamedPart>): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, pieces } of parts) {
    const nameBytes = Buffer.from(name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt16LE(flags, 6);
    header.writeUInt16LE(deflated, 8);
    header.writeUInt16LE(date, 12);
    header.writeUInt16LE(nameBytes.length, 26);
    yield Buffer.concat([header, nameBytes]);
    const content = { crc: 0, size: 0 };
    let packed = 0;
    const deflate = createDeflateRaw();
    // A fault on the way destroys both ends, and comes up where the bytes are read.
    pipeline(Readable.from(counted(pieces, content)), deflate, () => undefined);
    for await (const bytes of deflate) {
      if (!Buffer.isBuffer(bytes)) throw new Error('deflating gave no bytes');
      packed += bytes.length;
      yield bytes;
    }
    if (content.size > mostBytes || offset > mostBytes)
      throw new Error(`${name} is too large for a workbook`);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(content.crc, 0);
    sizes.writeUInt32LE(packed, 4);
    sizes.writeUInt32LE(content.size, 8);
    yield Buffer.concat([Buffer.from('PK\u0007\u0008'), sizes]);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    header.copy(entry, 6, 4, 30);
    sizes.copy(entry, 16);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, nameBytes);
    offset += header.length + nameBytes.length + packed + 4 + sizes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 8);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([listed, end]);
}

/** More of it at once costs less. */
const bytesAtOnce = 64 * 1024;

async function* counted(
  pieces: StreamedPart['pieces'],
  content: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  let waiting = '';
  const take = (): Buffer => {
    const bytes = Buffer.from(waiting);
    waiting = '';
    content.crc = crc32(bytes, content.crc);
    content.size += bytes.length;
    return bytes;
  };
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length >= bytesAtOnce) yield take();
  }
  yield take();
}
