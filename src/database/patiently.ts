import { DataSource } from 'typeorm';
import { serverDriver } from './serverDriver.js';
import { transactionsOf } from './transactionPlaces.js';

/** Runs what takes its time on a connection of its own that is ended by no time-out. */
export async function patiently<Answer>(
  database: DataSource,
  work: (patient: DataSource) => Promise<Answer>,
): Promise<Answer> {
  const server = transactionsOf(database)?.server;
  // The embedded database has one session, and no time-outs.
  if (!server) return work(database);
  const driver = serverDriver({ ...server, lockSeconds: 0, statementSeconds: 0 });
  const patient = await new DataSource({
    ...database.options,
    driver,
    poolSize: 1,
  } as DataSource['options']).initialize();
  patient.migrations.splice(0, patient.migrations.length, ...database.migrations);
  try {
    return await work(patient);
  } finally {
    await patient.destroy();
  }
}
