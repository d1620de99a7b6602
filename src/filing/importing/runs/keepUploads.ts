import type { EntityManager } from 'typeorm';
import { bytesOf, piecesOf } from '../../../../importers/files/fileBytes.js';
import type { ImportedFile } from '../deciding/importOptions.js';
import type { Sha256 } from '../../../brands/brands.js';

type KeptFile = Pick<ImportedFile, 'sha256' | 'bytes'>;

/** Parameters of one statement must fit the memory of both sides. */
const bytesAtOnce = 16 * 1024 * 1024;
/** A larger file is sent in pieces of this size. */
const pieceBytes = 4 * 1024 * 1024;

/** Keeps uploads byte for byte, each once however often it is sent. */
export async function keepUploads(
  manager: EntityManager,
  at: Date,
  files: readonly KeptFile[],
): Promise<void> {
  const distinct = new Map(files.map((file) => [file.sha256, file]));
  if (distinct.size === 0) return;
  const known = await manager.query<{ sha256: Sha256 }[]>(
    'SELECT sha256 FROM upload WHERE sha256 = ANY($1::text[])',
    [[...distinct.keys()]],
  );
  for (const { sha256 } of known) distinct.delete(sha256);
  const inOrder = inFixedOrder([...distinct.values()]);
  const isLarge = ({ bytes }: KeptFile) => bytes.byteLength > pieceBytes;
  for (const group of groupsBySize(inOrder.filter((file) => !isLarge(file))))
    // The embedded database is slow to take bytes, and fast to decode them.
    await manager.query(
      `INSERT INTO upload (sha256, bytes, size, received_at)
       VALUES ${group.map((_, index) => `($${index * 3 + 2}, decode($${index * 3 + 3}, 'base64'), $${index * 3 + 4}, $1)`).join(', ')}
       ON CONFLICT (sha256) DO NOTHING`,
      [
        at.toISOString(),
        ...group.flatMap(({ sha256, bytes }) => [sha256, base64(bytesOf(bytes)), bytes.byteLength]),
      ],
    );
  for (const file of inOrder.filter(isLarge)) await keepInPieces(manager, at, file);
}

/** So that a file of a hundred MiB is never in the memory of this process as a whole. */
async function keepInPieces(manager: EntityManager, at: Date, { sha256, bytes }: KeptFile): Promise<void> {
  await manager.query(
    'CREATE TEMPORARY TABLE IF NOT EXISTS upload_piece (at int, bytes bytea) ON COMMIT DROP',
  );
  await manager.query('TRUNCATE upload_piece');
  let count = 0;
  for await (const piece of piecesOf(bytes, pieceBytes))
    await manager.query(`INSERT INTO upload_piece VALUES ($1, decode($2, 'base64'))`, [
      ...[count++, base64(piece)],
    ]);
  await manager.query(
    `INSERT INTO upload (sha256, bytes, size, received_at)
     SELECT $1, string_agg(bytes, ''::bytea ORDER BY at), $2::int, $3::timestamptz FROM upload_piece
     ON CONFLICT (sha256) DO NOTHING`,
    [sha256, bytes.byteLength, at.toISOString()],
  );
}

/** Two requests with the same files then never wait for each other. */
function inFixedOrder(files: readonly KeptFile[]): KeptFile[] {
  return [...files].sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
}

function groupsBySize(files: readonly KeptFile[]): KeptFile[][] {
  const groups: KeptFile[][] = [];
  let size = Infinity;
  for (const file of files) {
    if (size + file.bytes.byteLength > bytesAtOnce) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(file);
    size += file.bytes.byteLength;
  }
  return groups;
}

function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}
