import type { EntityManager } from 'typeorm';
import type { ImportedFile } from '../deciding/importOptions.js';

/** Parameters of one statement must fit the memory of both sides. */
const bytesAtOnce = 64 * 1024 * 1024;

/** Keeps uploads byte for byte, each once however often it is sent. */
export async function keepUploads(
  manager: EntityManager,
  at: Date,
  files: readonly Pick<ImportedFile, 'sha256' | 'bytes'>[],
): Promise<void> {
  const distinct = new Map(files.map((file) => [file.sha256, file]));
  if (distinct.size === 0) return;
  const known = await manager.query<{ sha256: string }[]>(
    'SELECT sha256 FROM upload WHERE sha256 = ANY($1::text[])',
    [[...distinct.keys()]],
  );
  for (const { sha256 } of known) distinct.delete(sha256);
  for (const group of groupsBySize(inFixedOrder([...distinct.values()])))
    // The embedded database is slow to take bytes, and fast to decode them.
    await manager.query(
      `INSERT INTO upload (sha256, bytes, size, received_at)
       VALUES ${group.map((_, index) => `($${index * 3 + 2}, decode($${index * 3 + 3}, 'base64'), $${index * 3 + 4}, $1)`).join(', ')}
       ON CONFLICT (sha256) DO NOTHING`,
      [at.toISOString(), ...group.flatMap(({ sha256, bytes }) => [sha256, base64(bytes), bytes.length])],
    );
}

/** Two requests with the same files then never wait for each other. */
function inFixedOrder<File extends { sha256: string }>(files: readonly File[]): File[] {
  return [...files].sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
}

function groupsBySize<File extends { bytes: Uint8Array }>(files: readonly File[]): File[][] {
  const groups: File[][] = [];
  let size = Infinity;
  for (const file of files) {
    if (size + file.bytes.length > bytesAtOnce) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(file);
    size += file.bytes.length;
  }
  return groups;
}

function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
