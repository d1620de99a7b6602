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
  const line = objectOf(await namesOf(manager, metadata, bytes));
  await manager.query(
    `DECLARE copied NO SCROLL CURSOR FOR SELECT (${line})::text AS line, "${key}"::text AS key FROM "${tableName}"`,
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

/** A function takes a hundred arguments. */
const namesAtOnce = 50;

/** Each name is written out: a row that comes from another machine of a Citus has lost those of its columns. */
function objectOf(names: readonly string[]): string {
  const objects: string[] = [];
  for (let from = 0; from < names.length; from += namesAtOnce) {
    const pairs = names.slice(from, from + namesAtOnce).map((name) => `'${name}', "${name}"`);
    objects.push(`jsonb_build_object(${pairs.join(', ')})`);
  }
  return objects.join(' || ');
}

/** What can be written again: not what the database derives itself. The key stands for the bytes that are left out. */
export async function namesOf(
  manager: EntityManager,
  { tableName }: EntityMetadata,
  without: string | null,
): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `SELECT attname AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [`"${tableName}"`],
  );
  return rows.map(({ name }) => name).filter((name) => name !== without);
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
