import type { DataSource } from 'typeorm';

const known = new WeakSet<DataSource>();

/** Whether the tables are spread over several machines. Found out when the database is opened. */
export function isDistributed(dataSource: DataSource): boolean {
  return known.has(dataSource);
}

/** Finds out whether the tables are spread, which `migrate --distribute` does while nothing else is open. */
export async function recogniseDistribution(dataSource: DataSource): Promise<void> {
  if (await isSpread(dataSource)) known.add(dataSource);
}

async function isSpread(dataSource: DataSource): Promise<boolean> {
  const [extension] = await dataSource.query<{ exists: boolean }[]>(
    "SELECT to_regclass('pg_dist_partition') IS NOT NULL AND to_regclass('report') IS NOT NULL AS exists",
  );
  if (!extension?.exists) return false;
  const [table] = await dataSource.query<{ exists: boolean }[]>(
    "SELECT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = 'report'::regclass) AS exists",
  );
  return table?.exists ?? false;
}
