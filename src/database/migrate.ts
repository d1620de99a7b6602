import { MigrationExecutor, type DataSource } from 'typeorm';
import { patiently } from './patiently.js';

/** Any number that nothing else in the same database uses for an advisory lock. */
const migrationLock = 7_202_601;

/** Brings the tables up to date, wholly or not at all. Of several processes that start at once, one does it and the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  if (await isMigrated(dataSource)) return;
  await locked(dataSource, (executor) => executor.executePendingMigrations());
}

/** Takes the last migration back, with all data of its tables. */
export async function undoLastMigration(dataSource: DataSource): Promise<void> {
  await locked(dataSource, (executor) => executor.undoLastMigration());
}

/** Whether the tables are as this program needs them. */
export async function isMigrated(dataSource: DataSource): Promise<boolean> {
  // TypeORM would make its table where it only looks, and two processes that start at once would both.
  const [table] = await dataSource.query<{ exists: boolean }[]>(
    "SELECT to_regclass('migration') IS NOT NULL AS exists",
  );
  if (!table?.exists) return false;
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migration');
  const done = new Set(rows.map(({ name }) => name));
  return dataSource.migrations.every(({ name }) => name !== undefined && done.has(name));
}

/**
 * Lock and migrations share one transaction: behind a pooler there is no session to hold a lock, and the embedded
 * database has no second.
 */
async function locked(
  dataSource: DataSource,
  work: (executor: MigrationExecutor) => Promise<unknown>,
): Promise<void> {
  await patiently(dataSource, async (patient) => {
    const runner = patient.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
      const executor = new MigrationExecutor(patient, runner);
      executor.transaction = 'none';
      await work(executor);
      await runner.commitTransaction();
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  });
}
