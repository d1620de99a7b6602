import { crc32, deflateRawSync } from 'node:zlib';
import type { ZipEntry } from '../../../../importers/files/zipEntries.js';

/** An entry as it came, or another content for it. */
export type PackedEntry = ZipEntry | { readonly name: string; readonly content: Buffer };

const utf8Names = 0x800;
const deflated = 8;
/** 1980-01-01, the first day a package can tell. */
const noDay = 0x21;

/** A package of entries: those that nobody touched keep the bytes they came in. */
export function packedZip(entries: readonly PackedEntry[]): Buffer {
  const contents: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { name, flags, method, packed, size, checksum } = fieldsOf(entry);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(noDay, 8);
    common.writeUInt32LE(checksum, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.from([0x50, 0x4b, 3, 4]);
    const central = Buffer.from([0x50, 0x4b, 1, 2, 20, 0]);
    const behind = Buffer.alloc(14);
    behind.writeUInt32LE(offset, 10);
    contents.push(local, common, name, packed);
    directory.push(central, common, behind, name);
    offset += 30 + name.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...contents, ...directory, end]);
}

function fieldsOf(entry: PackedEntry) {
  if ('content' in entry)
    return {
      name: Buffer.from(entry.name, 'utf8'),
      flags: utf8Names,
      method: deflated,
      packed: deflateRawSync(entry.content),
      size: entry.content.length,
      checksum: crc32(entry.content),
    };
  return {
    name: entry.rawName ?? Buffer.from(entry.name, 'utf8'),
    flags: entry.rawName === null ? utf8Names : 0,
    method: entry.deflated ? deflated : 0,
    packed: entry.packed,
    size: entry.declaredSize,
    checksum: entry.checksum,
  };
}
