import pg from 'pg';
import { processorTime } from './processorTime.js';

/** Processor milliseconds of the processes that work on a database of a server on this machine. */
export async function databaseCpu({ server, name }) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT pid FROM pg_stat_activity WHERE datname = $1', [name]);
    return rows.reduce((sum, { pid }) => sum + processorTime(pid), 0);
  } finally {
    await client.end();
  }
}
