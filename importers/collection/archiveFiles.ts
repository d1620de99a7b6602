import { problem, type Problem } from '../../src/problems/problem.js';
import { decodedName } from '../../src/text/decodedName.js';
import { inflatePart } from '../files/inflatePart.js';
import { limits as defaultLimits, type Limits } from '../files/limits.js';
import { RefusedFile } from '../files/refusedFile.js';
import { readZipEntries, type ZipEntry } from '../files/zipEntries.js';

/** A file of an archive, or what is wrong with it. */
export type ArchiveFile =
  | { readonly name: string; readonly bytes: Buffer; readonly packedBytes: number }
  | { readonly name: string; readonly problem: Problem; readonly packedBytes: number };

/** What computers put into archives beside the files of people. */
const litter = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|~\$)/i;

/** Parts that tell a workbook, a text document or another package from an archive of files. */
const packageParts = /^(\[Content_Types\]\.xml|META-INF\/manifest\.xml|OFD\.xml|Index\/Document\.iwa)$/i;

/** The files of a zip archive; null when the bytes are none, or a package that is one document. */
export async function findArchive(bytes: Buffer, limits: Limits): Promise<readonly ZipEntry[] | null> {
  if (!/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(bytes.toString('latin1', 0, 4))) return null;
  const entries = await readZipEntries(bytes, limits);
  if (entries.some(({ name }) => packageParts.test(name))) return null;
  return entries.filter(({ name }) => !name.endsWith('/') && !litter.test(name));
}

/** Inflates the files of an archive one by one. A broken file is a problem of its own. */
export async function* archiveFiles(
  entries: readonly ZipEntry[],
  limits: Limits,
): AsyncGenerator<ArchiveFile> {
  let unpacked = 0;
  for (const entry of entries) {
    const name = nameOf(entry);
    const packedBytes = entry.packed.length;
    const allowed = limits.unpackedBytes - unpacked;
    const pieces: Buffer[] = [];
    try {
      unpacked += await inflatePart(entry, allowed, fileLimits(limits), (piece) => pieces.push(piece));
      yield { name, bytes: Buffer.concat(pieces), packedBytes };
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error;
      unpacked += pieces.reduce((sum, { length }) => sum + length, 0);
      const { code, message } = error.problem;
      yield { name, problem: problem(code, `${name}：${message}`, { at: name }), packedBytes };
    }
    if (unpacked >= limits.unpackedBytes) return;
  }
}

/** A file of an archive may be as large as one that is sent alone. */
function fileLimits(limits: Limits): Limits {
  return { ...limits, partBytes: Math.min(limits.partBytes, defaultLimits.report.fileBytes) };
}

/** Chinese Windows packs names in GB18030 without saying so; others say, or simply use UTF-8. */
function nameOf({ name, rawName }: ZipEntry): string {
  return printable(rawName === null ? name : (decodedName(rawName) ?? name));
}

function printable(name: string): string {
  return name.replaceAll('\\', '/').replace(/[\p{Cc}\u2028\u2029]/gu, '\ufffd');
}
