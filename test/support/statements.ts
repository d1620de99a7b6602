import type { DataSource, Logger } from 'typeorm';

/** What work asks of the database, transactions included. */
export async function statementsOf(database: DataSource, work: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  const silent = () => undefined;
  const counting: Logger = {
    logQuery: (query) => void asked.push(query.replace(/\s+/g, ' ').trim()),
    ...{
      logQueryError: silent,
      logQuerySlow: silent,
      logSchemaBuild: silent,
      logMigration: silent,
      log: silent,
    },
  };
  const before = database.logger;
  database.logger = counting;
  try {
    await work();
  } finally {
    database.logger = before;
  }
  return asked;
}
