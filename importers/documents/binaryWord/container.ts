import { broken } from '../../files/zipEntries.js';
import { Stream } from './Stream.js';

/** The streams of an OLE2 file that stand at its top; what is embedded in it stands below. */
export interface Container {
  stream(name: string): Stream | null;
}

interface Entry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** From here on numbers of sectors mean that there is none. */
const noSector = 0xfffffffa;
const headerSize = 512;
const firstFatSectors = 109;
const miniSectorSize = 64;
const entrySize = 128;
const streamKind = 2;
const none = 0xffffffff;
const mostEntries = 10_000;

/** Opens the container of Word 97–2003 documents. Its streams are looked at where they lie, as far as that goes. */
export function openContainer(bytes: Buffer): Container {
  const file = Stream.of(bytes);
  const size = 1 << file.u16(0x1e);
  if (size !== 512 && size !== 4096) throw broken('文件已损坏');
  const sectors = new Sectors(bytes, size, fatOf(file, size));
  const directory = sectors.stream(file.u32(0x30), null);
  const root = entryAt(directory, 0);
  const smallest = file.u32(0x38);
  const mini = (): Sectors => {
    const fat = sectors.stream(file.u32(0x3c), null);
    return new Sectors(sectors.stream(root.start, root.size).toBuffer(), miniSectorSize, fat, 0);
  };
  const entries = topEntries(directory);
  return {
    stream(name) {
      const entry = entries.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (!entry) return null;
      if (entry.size === 0) return Stream.of(Buffer.alloc(0));
      return (entry.size < smallest ? mini() : sectors).stream(entry.start, entry.size);
    },
  };
}

/** Sectors of one size, and the table that says which one follows on which. */
class Sectors {
  constructor(
    private readonly bytes: Buffer,
    private readonly size: number,
    private readonly next: Stream,
    private readonly first = Math.max(size, headerSize),
  ) {}

  /** The bytes of a chain of sectors, all of them where its length is not stored. */
  stream(start: number, length: number | null): Stream {
    const runs: Buffer[] = [];
    let sector = start;
    let count = 0;
    const most = Math.min(
      Math.ceil(this.bytes.length / this.size),
      Math.ceil((length ?? Infinity) / this.size),
    );
    while (sector < noSector && count < most) {
      const from = sector;
      let last = sector;
      count += 1;
      while (count < most && this.after(last) === last + 1) {
        last += 1;
        count += 1;
      }
      const begin = this.first + from * this.size;
      if (begin >= this.bytes.length) throw broken('文件不完整或已损坏');
      runs.push(this.bytes.subarray(begin, this.first + (last + 1) * this.size));
      sector = count < most ? this.after(last) : none;
    }
    const [only] = runs;
    const all = only && runs.length === 1 ? only : Buffer.concat(runs);
    if (length !== null && all.length < length) throw broken('文件不完整或已损坏');
    return Stream.of(all, length ?? all.length);
  }

  private after(sector: number): number {
    return 4 * sector + 4 <= this.next.length ? this.next.u32(4 * sector) : none;
  }
}

/** The table of all sectors: its own stand in the header, and those of large files in sectors of their own. */
function fatOf(file: Stream, size: number): Stream {
  const at = (sector: number): number => Math.max(size, headerSize) + sector * size;
  const count = Math.min(file.u32(0x2c), Math.ceil(file.length / size));
  const own: number[] = [];
  for (let index = 0; index < Math.min(count, firstFatSectors); index++) own.push(file.u32(0x4c + 4 * index));
  let more = file.u32(0x44);
  while (own.length < count && more < noSector) {
    for (let index = 0; index < size / 4 - 1 && own.length < count; index++)
      own.push(file.u32(at(more) + 4 * index));
    more = file.u32(at(more) + size - 4);
  }
  const parts = own
    .filter((sector) => sector < noSector && at(sector) < file.length)
    .map((sector) => file.part(at(sector), Math.min(size, file.length - at(sector))).toBuffer());
  const [only] = parts;
  return Stream.of(only && parts.length === 1 ? only : Buffer.concat(parts));
}

function entryAt(directory: Stream, index: number): Entry {
  const at = entrySize * index;
  const length = Math.max(0, Math.min(64, directory.u16(at + 0x40)) - 2);
  return {
    name: directory.part(at, length).toBuffer().toString('utf16le'),
    start: directory.u32(at + 0x74),
    size: directory.u32(at + 0x78),
  };
}

/** The streams below the root: a tree of entries, each with its neighbours on either side. */
function topEntries(directory: Stream): Entry[] {
  const count = Math.min(Math.floor(directory.length / entrySize), mostEntries);
  const found: Entry[] = [];
  const seen = new Set<number>();
  const waiting = [directory.u32(0x4c)];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index >= count || seen.has(index)) continue;
    seen.add(index);
    const at = entrySize * index;
    if (directory.u8(at + 0x42) === streamKind) found.push(entryAt(directory, index));
    waiting.push(directory.u32(at + 0x44), directory.u32(at + 0x48));
  }
  return found;
}
