import { commandLineName, operator } from '../filing/access/actor.js';
import type { DataSource } from 'typeorm';
import { databaseTrouble } from '../database/databaseTrouble.js';
import { migrate, openDatabase } from '../database/dataSource.js';
import { Failure } from './Failure.js';
import { readSettings } from './settings.js';

/** Who acts when somebody works on the command line. */
export const commandLineActor = operator(commandLineName);

/** Opens the database of the environment with its tables up to date, and closes it whatever happens. */
export async function withDatabase<Answer>(work: (database: DataSource) => Promise<Answer>): Promise<Answer> {
  const database = await open();
  try {
    await migrate(database);
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Opens the database, and says in Chinese when it cannot be reached. */
export async function open(): Promise<DataSource> {
  const { database } = readSettings();
  try {
    return await openDatabase(database);
  } catch (error) {
    if (database.url === undefined || databaseTrouble(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Failure(`连不上 DATABASE_URL 所指的 PostgreSQL：${reason}`);
  }
}
