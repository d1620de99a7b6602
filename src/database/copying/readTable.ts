import type { EntityManager, EntityMetadata } from 'typeorm';
import { bytesColumn } from './tablesInOrder.js';

/** A row as JSON, as PostgreSQL writes it: nothing in between reads or rounds anything. */
export interface CopiedRow {
  readonly line: string;
  /** What the row holds in bytes, in pieces; null where its table has none. */
  readonly bytes: AsyncIterable<Buffer> | null;
}

const rowsAtOnce = 500;
const bytesAtOnce = 4 * 1024 * 1024;

export async function countRows(manager: EntityManager, { tableName }: EntityMetadata): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM "${tableName}"`);
  return row?.count ?? 0;
}

/** Every row of a table. Inside a transaction that sees one moment; one table at a time. */
export async function* readTable(
  manager: EntityManager,
  metadata: EntityMetadata,
): AsyncGenerator<CopiedRow[]> {
  const { tableName, primaryColumns } = metadata;
  const bytes = bytesColumn(metadata);
  const key = primaryColumns[0]?.databaseName ?? '';
  const line = bytes === null ? 'to_jsonb(t)' : `to_jsonb(t) - '${bytes}'`;
  await manager.query(
    `DECLARE copied NO SCROLL CURSOR FOR SELECT (${line})::text AS line, t."${key}"::text AS key
     FROM (SELECT ${await columnsOf(manager, metadata, bytes)} FROM "${tableName}") AS t`,
  );
  for (;;) {
    const rows = await manager.query<{ line: string; key: string }[]>(`FETCH ${rowsAtOnce} FROM copied`);
    if (rows.length === 0) break;
    yield rows.map((row) => ({
      line: row.line,
      bytes: bytes === null ? null : piecesOf(manager, metadata, bytes, row.key),
    }));
  }
  await manager.query('CLOSE copied');
}

/** What can be written again: not what the database derives itself. The key stands for the bytes that are left out. */
export async function columnsOf(
  manager: EntityManager,
  { tableName }: EntityMetadata,
  without: string | null,
): Promise<string> {
  const rows = await manager.query<{ name: string }[]>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`"${tableName}"`],
  );
  return rows
    .filter(({ name }) => name !== without)
    .map(({ name }) => `"${name}"`)
    .join(', ');
}

async function* piecesOf(
  manager: EntityManager,
  { tableName, primaryColumns }: EntityMetadata,
  bytes: string,
  key: string,
): AsyncGenerator<Buffer> {
  for (let from = 1; ; from += bytesAtOnce) {
    const [row] = await manager.query<{ piece: Uint8Array }[]>(
      `SELECT substring("${bytes}" FROM $2::int FOR $3::int) AS piece FROM "${tableName}"
       WHERE "${primaryColumns[0]?.databaseName}"::text = $1`,
      [key, from, bytesAtOnce],
    );
    const piece = Buffer.from(row?.piece ?? []);
    if (piece.byteLength > 0) yield piece;
    if (piece.byteLength < bytesAtOnce) return;
  }
}
