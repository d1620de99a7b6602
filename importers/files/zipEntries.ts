import { fromBufferPromise, type Entry } from 'yauzl';
import type { Limits } from './limits.js';
import { RefusedFile } from './refusedFile.js';

/** One entry of a zip package, still packed. */
export interface ZipEntry {
  readonly name: string;
  /** The bytes of a name whose encoding the package does not state. */
  readonly rawName: Buffer | null;
  readonly packed: Buffer;
  readonly deflated: boolean;
  /** As the directory declares it; true only once the part has been inflated and counted. */
  readonly declaredSize: number;
  readonly checksum: number;
}

const localHeaderSize = 30;
const encryptedFlag = 0x1;
const utf8Flag = 0x800;
/** An extra field that holds the name in UTF-8. */
const unicodePath = 0x7075;

/**
 * The entries of a zip package, refused when the package is broken or not plain: encrypted, too many,
 * climbing or doubled names, or entries that share bytes.
 */
export async function readZipEntries(bytes: Buffer, limits: Limits): Promise<ZipEntry[]> {
  const entries: { entry: ZipEntry; from: number; to: number }[] = [];
  const names = new Set<string>();
  try {
    const zip = await fromBufferPromise(withoutTail(bytes));
    if (zip.entryCount > limits.zipEntries)
      throw new RefusedFile(
        'TOO_LARGE',
        `文件内部有 ${zip.entryCount} 个部分，超过上限 ${limits.zipEntries} 个。请把年报复制到新的文件，保存后重新上传。`,
      );
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (names.has(name)) throw broken(`文件内部有两个同名的部分（${entry.fileName}）`);
      names.add(name);
      entries.push(locate(bytes, entry));
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw refusalOf(error);
  }
  entries.sort((one, other) => one.from - other.from);
  entries.forEach(({ from }, index) => {
    if (from < (entries[index - 1]?.to ?? 0)) throw broken('文件内部的部分互相重叠');
  });
  return entries.map(({ entry }) => entry);
}

const endSignature = Buffer.from('PK\x05\x06', 'latin1');
const endSize = 22;

/**
 * A package without what some mail programs and websites append to it, and without its comment. The end of a
 * package is the last place that says so and stands right behind the directory it names.
 */
function withoutTail(bytes: Buffer): Buffer {
  for (let at = bytes.lastIndexOf(endSignature); at >= 0; at = bytes.lastIndexOf(endSignature, at - 1)) {
    if (at + endSize <= bytes.length && bytes.readUInt32LE(at + 12) + bytes.readUInt32LE(at + 16) === at) {
      const end = Buffer.from(bytes.subarray(at, at + endSize));
      end.writeUInt16LE(0, endSize - 2);
      return at + endSize === bytes.length ? bytes : Buffer.concat([bytes.subarray(0, at), end]);
    }
    if (at === 0) break;
  }
  return bytes;
}

/** Where the bytes of an entry lie. Only sizes in the directory count; the local header gives the place. */
function locate(bytes: Buffer, entry: Entry): { entry: ZipEntry; from: number; to: number } {
  const from = entry.relativeOffsetOfLocalHeader;
  if (entry.generalPurposeBitFlag & encryptedFlag) throw encrypted();
  if (from + localHeaderSize > bytes.length || bytes.readUInt32LE(from) !== 0x04034b50)
    throw broken('文件内部的目录与内容对不上');
  const start = from + localHeaderSize + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
  const to = start + entry.compressedSize;
  if (to > bytes.length) throw broken('文件不完整');
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw broken(`文件用了不常见的压缩方法（${entry.compressionMethod}）`);
  return {
    entry: {
      name: entry.fileName,
      rawName: hasCertainName(entry) ? null : entry.fileNameRaw,
      packed: bytes.subarray(start, to),
      deflated: entry.compressionMethod === 8,
      declaredSize: entry.uncompressedSize,
      checksum: entry.crc32,
    },
    from,
    to,
  };
}

function hasCertainName({ generalPurposeBitFlag, extraFields }: Entry): boolean {
  return (generalPurposeBitFlag & utf8Flag) !== 0 || extraFields.some(({ id }) => id === unicodePath);
}

function refusalOf(error: unknown): RefusedFile {
  const reason = error instanceof Error ? error.message : String(error);
  if (/encryption/.test(reason)) return encrypted();
  if (/relative path|absolute path|invalid characters in fileName/.test(reason))
    return broken('文件内部的部分名称指向文件之外');
  return broken('文件不完整或已损坏，可能没有传完');
}

export function encrypted(): RefusedFile {
  return new RefusedFile(
    'ENCRYPTED',
    '文件设有打开密码，无法读取。请用 WPS 打开、取消打开密码，保存后重新上传。',
  );
}

export function broken(what: string, at?: string): RefusedFile {
  return new RefusedFile('UNREADABLE', `${what}，无法读取。请用 WPS 打开确认，另存一份后重新上传。`, at);
}
