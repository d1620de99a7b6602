import type { EntityManager, EntityMetadata } from 'typeorm';
import { columnsOf, type CopiedRow } from './readTable.js';
import { bytesColumn, refersToItself } from './tablesInOrder.js';

/** Adds the rows of a table as they were read; gives how many. */
export async function writeTable(
  manager: EntityManager,
  metadata: EntityMetadata,
  batches: AsyncIterable<readonly CopiedRow[]>,
  onRows: (count: number) => void = () => undefined,
): Promise<number> {
  const { tableName } = metadata;
  const bytes = bytesColumn(metadata);
  const names = await columnsOf(manager, metadata, bytes);
  let count = 0;
  const add = async (rows: readonly CopiedRow[]): Promise<void> => {
    if (rows.length === 0) return;
    if (bytes === null)
      await manager.query(
        `INSERT INTO "${tableName}" (${names})
         SELECT ${names} FROM jsonb_populate_recordset(NULL::"${tableName}", $1::jsonb)`,
        [`[${rows.map(({ line }) => line).join(',')}]`],
      );
    else
      for (const row of rows)
        await manager.query(
          `INSERT INTO "${tableName}" (${names}, "${bytes}")
           SELECT ${names}, $2::bytea FROM jsonb_populate_record(NULL::"${tableName}", $1::jsonb)`,
          [row.line, await joined(row.bytes)],
        );
    count += rows.length;
    onRows(rows.length);
  };
  if (refersToItself(metadata)) {
    const all: CopiedRow[] = [];
    for await (const rows of batches) all.push(...rows);
    await add(all);
  } else for await (const rows of batches) await add(rows);
  await continueCounting(manager, metadata);
  return count;
}

async function joined(pieces: AsyncIterable<Buffer> | null): Promise<Buffer> {
  const all: Buffer[] = [];
  if (pieces) for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
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
