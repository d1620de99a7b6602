import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';

/** Any number that nothing else in the same database uses for an advisory lock. */
const migrationLock = 7_202_601;

/** Brings the tables up to date. Of several processes that start at once, one does it and the others wait. */
export async function migrate(dataSource: DataSource): Promise<void> {
  await locked(dataSource, async (runner) => {
    await new MigrationExecutor(dataSource, runner).executePendingMigrations();
  });
}

/** Takes the last migration back, with all data of its tables. */
export async function undoLastMigration(dataSource: DataSource): Promise<void> {
  await locked(dataSource, (runner) => new MigrationExecutor(dataSource, runner).undoLastMigration());
}

/** Whether the tables are as this program needs them. */
export async function isMigrated(dataSource: DataSource): Promise<boolean> {
  return !(await dataSource.showMigrations());
}

/** Lock and migrations share one session: the embedded database has no second. */
async function locked(dataSource: DataSource, work: (runner: QueryRunner) => Promise<void>): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    try {
      await work(runner);
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    }
  } finally {
    await runner.release();
  }
}
