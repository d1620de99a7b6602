import { readFileSync } from 'node:fs';
import pg from 'pg';

/** Processor milliseconds of the processes that work on a database of a server on this machine. */
export async function databaseCpu({ server, name }) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query('SELECT pid FROM pg_stat_activity WHERE datname = $1', [name]);
    return rows.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
  } finally {
    await client.end();
  }
}

/** The kernel counts hundredths of a second. */
function cpuOf(pid) {
  const [, , user, system] = /\) (?:\S+ ){11}((\d+) (\d+))/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  return (Number(user) + Number(system)) * 10;
}
