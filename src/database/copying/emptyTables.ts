import type { EntityManager } from 'typeorm';
import { tablesInOrder } from './tablesInOrder.js';

/** The first table with a row in it; null: nothing is kept here yet, not even tables perhaps. */
export async function firstFilledTable(manager: EntityManager): Promise<string | null> {
  for (const { tableName } of tablesInOrder(manager.dataSource)) {
    const [table] = await manager.query<{ exists: boolean }[]>(
      'SELECT to_regclass($1) IS NOT NULL AS exists',
      [`"${tableName}"`],
    );
    if (!table?.exists) continue;
    const rows = await manager.query<object[]>(`SELECT FROM "${tableName}" LIMIT 1`);
    if (rows.length > 0) return tableName;
  }
  return null;
}
