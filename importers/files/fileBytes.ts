import { createReadStream, readFileSync } from 'node:fs';

/** A file that was too large to be kept in memory while it came. Whoever made it removes it. */
export interface FileOnDisk {
  readonly path: string;
  readonly byteLength: number;
}

/** What a file holds: in memory, or where it lies. */
export type FileBytes = Uint8Array | FileOnDisk;

/** All of it in memory. */
export function bytesOf(file: FileBytes): Uint8Array {
  return file instanceof Uint8Array ? file : readFileSync(file.path);
}

/** Some of it at a time, each piece but the last of this size. */
export async function* piecesOf(file: FileBytes, size: number): AsyncGenerator<Uint8Array> {
  if (file instanceof Uint8Array)
    for (let at = 0; at < file.byteLength; at += size) yield file.subarray(at, at + size);
  else for await (const piece of createReadStream(file.path, { highWaterMark: size })) yield piece as Buffer;
}
