import type { DataSource, EntityManager } from 'typeorm';
import { patiently } from '../patiently.js';
import { foreignKeys, type ForeignKey } from './foreignKeys.js';
import { isDistributed, recogniseDistribution } from './distributed.js';
import { placeChangesApart } from './placeChangesApart.js';
import { columnOf, placements } from './placements.js';

/** Why the tables cannot be spread. */
export type NotDistributable = 'NO_EXTENSION' | 'NO_MACHINES';

/**
 * Spreads the tables over the machines of a Citus, by agency: all of it or nothing. Gives why it cannot, or null when
 * it is done, also when it was done before.
 */
export async function distribute(
  dataSource: DataSource,
  onTable: (done: number, all: number) => void = () => undefined,
): Promise<NotDistributable | null> {
  if (isDistributed(dataSource)) return null;
  const [extension] = await dataSource.query<object[]>("SELECT FROM pg_extension WHERE extname = 'citus'");
  if (!extension) return 'NO_EXTENSION';
  const machines = await dataSource.query<object[]>('SELECT FROM citus_get_active_worker_nodes()');
  if (machines.length === 0) return 'NO_MACHINES';
  // Rows are copied for as long as it takes.
  await patiently(dataSource, (patient) => patient.transaction((manager) => spread(manager, onTable)));
  await recogniseDistribution(dataSource);
  return null;
}

async function spread(manager: EntityManager, onTable: (done: number, all: number) => void): Promise<void> {
  // What keeps rows from being changed is a trigger that looks at no other row: it holds on every machine by itself.
  await manager.query('SET LOCAL citus.enable_unsafe_triggers = on');
  await manager.query("SET LOCAL citus.multi_shard_modify_mode = 'sequential'");
  const keys = await foreignKeys(manager);
  for (const { table, name } of keys.filter(isDropped))
    await manager.query(`ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`);
  const tables = Object.keys(placements).filter((table) => placements[table] !== 'FIRST_MACHINE');
  for (const [index, table] of tables.entries()) {
    onTable(index, tables.length);
    await manager.query(...placing(table));
  }
  await manager.query(placeChangesApart);
  for (const { table, name, definition } of keys.filter(isKept))
    await manager.query(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" ${definition}`);
}

/** The statement that places a table. Tables with the same column lie together, agency by agency. */
function placing(table: string): [sql: string, parameters: string[]] {
  const column = columnOf(table);
  if (column === null) return ['SELECT create_reference_table($1)', [table]];
  const first = Object.keys(placements).find((each) => columnOf(each) === column);
  const together = first === undefined || first === table ? 'none' : first;
  return ['SELECT create_distributed_table($1, $2, colocate_with => $3)', [table, column, together]];
}

/** While tables are placed one after the other, none may refer to one that lies elsewhere. */
function isDropped({ table, other }: ForeignKey): boolean {
  return (
    columnOf(other) !== null ||
    (placements[table] === 'FIRST_MACHINE' && placements[other] === 'EVERYWHERE') ||
    (columnOf(table) !== null && placements[other] === 'FIRST_MACHINE')
  );
}

/** What lies on one machine cannot refer to what lies on several; what is stored together is looked up by the program. */
function isKept({ table, other }: ForeignKey): boolean {
  return columnOf(table) !== null && columnOf(other) !== null;
}
