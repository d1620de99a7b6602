import { rm } from 'node:fs/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FileBytes } from '../../../importers/files/fileBytes.js';
import type { Sha256 } from '../../brands/brands.js';
import { sha256, Sha256Sum } from '../../filing/sha256.js';
import type { OpenUpload, UploadFolder } from './UploadFolder.js';

export interface ReceivedFile {
  readonly fileName: string;
  readonly bytes: FileBytes;
  /** Of the bytes, in lower-case hexadecimal. */
  readonly sha256: Sha256;
  /** Larger than any file may be: what came was thrown away. */
  readonly truncated: boolean;
}

/** What is kept in memory of a file; a larger one lies on disk. */
const memoryBytes = 2 * 1024 * 1024;

/** Takes in one file of a form, into memory where there is no folder. `onBytes` is told of all that comes, and may refuse it. */
export async function receiveFile(
  part: MultipartFile,
  folder: UploadFolder | null,
  {
    name,
    largest,
    onBytes,
  }: {
    readonly name: string;
    readonly largest: number;
    readonly onBytes: (count: number) => void;
  },
): Promise<ReceivedFile> {
  const fileName = name === '' ? '未命名' : name;
  const hash = new Sha256Sum();
  let chunks: Buffer[] = [];
  let kept = 0;
  let size = 0;
  let onDisk: OpenUpload | null = null;
  try {
    for await (const chunk of part.file) {
      const bytes = Buffer.from(chunk as Buffer);
      size += bytes.byteLength;
      onBytes(bytes.byteLength);
      // The rest of a file that is too large is received and thrown away, so that the other files still arrive.
      if (size > largest) {
        chunks = [];
        continue;
      }
      hash.update(bytes);
      chunks.push(bytes);
      kept += bytes.byteLength;
      if (folder === null || (kept <= memoryBytes && onDisk === null)) continue;
      onDisk ??= await folder.create();
      await onDisk.handle.writev(chunks.splice(0));
    }
  } catch (error) {
    await drop(onDisk);
    throw error;
  }
  if (part.file.truncated || size > largest) {
    await drop(onDisk);
    return { fileName, bytes: Buffer.alloc(0), sha256: sha256(Buffer.alloc(0)), truncated: true };
  }
  await onDisk?.handle.close();
  const bytes = onDisk ? { path: onDisk.path, byteLength: size } : Buffer.concat(chunks, size);
  return { fileName, bytes, sha256: hash.digest(), truncated: false };
}

async function drop(upload: OpenUpload | null): Promise<void> {
  await upload?.handle.close();
  if (upload) await rm(upload.path, { force: true });
}
