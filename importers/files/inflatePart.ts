import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { Limits } from './limits.js';
import { RefusedFile } from './refusedFile.js';
import { broken, type ZipEntry } from './zipEntries.js';
import { sizeInWords } from '../../src/words/uploadLimits.js';

/** Up to this much is inflated at once; more is inflated in a stream that can be stopped. */
const atOnce = 4 * 1024 * 1024;

/**
 * Inflates one part and hands on its bytes piece by piece, counting what really comes out: the sizes
 * a package declares are never trusted. Stops at the first byte past `allowed` or past the ratio.
 */
export async function inflatePart(
  entry: ZipEntry,
  allowed: number,
  limits: Limits,
  onPiece: (piece: Buffer) => void,
): Promise<number> {
  const most = Math.min(
    allowed,
    limits.partBytes,
    Math.max(limits.ratioFreeBytes, entry.packed.length * limits.ratio),
  );
  let size = 0;
  let checksum = 0;
  const take = (piece: Buffer): void => {
    size += piece.length;
    if (size > most) throw tooLarge(entry, allowed, limits);
    checksum = crc32(piece, checksum);
    onPiece(piece);
  };
  if (!entry.deflated) take(entry.packed);
  else if (most <= atOnce) take(inflateAtOnce(entry, most, () => tooLarge(entry, allowed, limits)));
  else await inflateInStream(entry, limits, take);
  if (size !== entry.declaredSize || checksum !== entry.checksum)
    throw broken(`文件已损坏（${entry.name} 的内容与校验值不符）`);
  return size;
}

function inflateAtOnce(entry: ZipEntry, most: number, refusal: () => RefusedFile): Buffer {
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: most });
  } catch (error) {
    if (error instanceof RangeError) throw refusal();
    throw broken(`文件已损坏（${entry.name} 解压失败）`);
  }
}

async function inflateInStream(
  entry: ZipEntry,
  limits: Limits,
  take: (piece: Buffer) => void,
): Promise<void> {
  const stream = createInflateRaw({ chunkSize: 64 * 1024, finishFlush: constants.Z_FINISH });
  stream.end(entry.packed);
  let size = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      // bytesWritten is what the inflater has consumed of the packed bytes so far.
      if (size > limits.ratioFreeBytes && size > stream.bytesWritten * limits.ratio)
        throw suspicious(entry, limits);
      take(piece);
    }
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw broken(`文件已损坏（${entry.name} 解压失败）`);
  } finally {
    stream.destroy();
  }
}

function tooLarge(entry: ZipEntry, allowed: number, limits: Limits): RefusedFile {
  if (entry.deflated && entry.packed.length * limits.ratio < Math.min(allowed, limits.partBytes))
    return suspicious(entry, limits);
  const size =
    allowed < limits.partBytes
      ? `文件解压后超过上限 ${sizeInWords(limits.unpackedBytes)}`
      : `文件中的 ${entry.name} 解压后超过上限 ${sizeInWords(limits.partBytes)}`;
  return new RefusedFile('TOO_LARGE', `${size}。请只保留年报，另存为新文件后重新上传。`);
}

function suspicious(entry: ZipEntry, limits: Limits): RefusedFile {
  return new RefusedFile(
    'TOO_LARGE',
    `文件中的 ${entry.name} 解压后超过原来的 ${limits.ratio} 倍，不像正常的文件。请把年报复制到新的文件，保存后重新上传。`,
  );
}
