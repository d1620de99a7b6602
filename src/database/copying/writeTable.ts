import type { EntityManager, EntityMetadata } from 'typeorm';
import { namesOf, type CopiedRow } from './readTable.js';
import { bytesColumn, refersToItself } from './tablesInOrder.js';

/**
 * Adds the rows of a table as they were read; gives how many. Only a batch of rows, or a piece of the bytes of one, is
 * held here at a time, whatever their sizes. Inside a transaction.
 */
export async function writeTable(
  manager: EntityManager,
  metadata: EntityMetadata,
  batches: AsyncIterable<readonly CopiedRow[]>,
  onRows: (count: number) => void = () => undefined,
): Promise<number> {
  const { tableName } = metadata;
  const bytes = bytesColumn(metadata);
  const names = (await namesOf(manager, metadata, bytes)).map((name) => `"${name}"`).join(', ');
  let count = 0;
  // A row may come before the one that it names: the database keeps them until all have come.
  const rowsApart = refersToItself(metadata);
  if (rowsApart) await manager.query('CREATE TEMPORARY TABLE copied_row ("copied row" jsonb NOT NULL)');
  for await (const rows of batches) {
    if (rowsApart)
      await manager.query('INSERT INTO copied_row SELECT jsonb_array_elements($1::jsonb)', [arrayOf(rows)]);
    else if (bytes === null)
      await manager.query(
        `INSERT INTO "${tableName}" (${names})
         SELECT ${names} FROM jsonb_populate_recordset(NULL::"${tableName}", $1::jsonb)`,
        [arrayOf(rows)],
      );
    else for (const row of rows) await writeWithBytes(manager, row, { tableName, names, bytes });
    count += rows.length;
    onRows(rows.length);
  }
  if (rowsApart) {
    await manager.query(
      `INSERT INTO "${tableName}" (${names}) SELECT ${names}
       FROM copied_row, jsonb_populate_record(NULL::"${tableName}", "copied row")`,
    );
    await manager.query('DROP TABLE copied_row');
  }
  await continueCounting(manager, metadata);
  return count;
}

function arrayOf(rows: readonly CopiedRow[]): string {
  return `[${rows.map(({ line }) => line).join(',')}]`;
}

/** The embedded database is slow to take bytes, and fast to decode them. */
const decoded = `decode($2, 'base64')`;

/** Bytes of one piece come with their row; those of several are put together by the database. */
async function writeWithBytes(
  manager: EntityManager,
  row: CopiedRow,
  { tableName, names, bytes }: { tableName: string; names: string; bytes: string },
): Promise<void> {
  const add = (given: string, parameters: readonly unknown[]) =>
    manager.query(
      `INSERT INTO "${tableName}" (${names}, "${bytes}")
       SELECT ${names}, ${given} FROM jsonb_populate_record(NULL::"${tableName}", $1::jsonb)`,
      [row.line, ...parameters],
    );
  let before: Buffer | null = null;
  let pieces = 0;
  const keep = async (piece: Buffer): Promise<void> => {
    if (pieces === 0)
      await manager.query('CREATE TEMPORARY TABLE copied_piece (place int NOT NULL, piece bytea NOT NULL)');
    await manager.query(`INSERT INTO copied_piece VALUES ($1, ${decoded})`, [
      (pieces += 1),
      piece.toString('base64'),
    ]);
  };
  for await (const piece of row.bytes ?? []) {
    if (before) await keep(before);
    before = piece;
  }
  if (pieces === 0) {
    await add(decoded, [(before ?? Buffer.alloc(0)).toString('base64')]);
    return;
  }
  if (before) await keep(before);
  await add(`(SELECT string_agg(piece, ''::bytea ORDER BY place) FROM copied_piece)`, []);
  await manager.query('DROP TABLE copied_piece');
}

/** Numbers that the database gives go on after those that were written. */
async function continueCounting(
  manager: EntityManager,
  { tableName, columns }: EntityMetadata,
): Promise<void> {
  for (const { databaseName } of columns.filter(
    ({ isGenerated, generationStrategy }) => isGenerated && generationStrategy !== 'uuid',
  ))
    await manager.query(
      `SELECT setval(sequence, greatest((SELECT max("${databaseName}") FROM "${tableName}"), 1))
       FROM pg_get_serial_sequence($1, $2) AS sequence WHERE sequence IS NOT NULL`,
      [`"${tableName}"`, databaseName],
    );
}
