import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import {
  databaseTrouble,
  noAnswer,
  permissionMissing,
  readOnlyNow,
  type DatabaseTrouble,
} from './databaseTrouble.js';
import { migrations } from './migrations/index.js';
import { serverDriver } from './serverDriver.js';
import { transactionsOf } from './transactionPlaces.js';

/** How the database is: able to serve, without the tables of this program, or in trouble. */
export type DatabaseState = 'READY' | 'NOT_MIGRATED' | DatabaseTrouble;

/** Asks a database how it is. */
export interface Probe {
  /** Within two seconds, whatever happens. */
  state(): Promise<DatabaseState>;
  close(): Promise<void>;
}

const patienceMilliseconds = 1_500;
/** Asked more often, the last answer is given again: however often it is asked, it costs the database nothing. */
const freshMilliseconds = 500;

/** One that has a connection of its own, so that it waits for nobody. */
export function createProbe(database: DataSource): Probe {
  const server = transactionsOf(database)?.server;
  if (!server) return probeOf((sql) => database.query(sql), 'READY');
  const { Pool } = serverDriver({ ...server, statementSeconds: 2, lockSeconds: 2 });
  const pool = new Pool({ max: 1, application_name: 'nianbao-health', allowExitOnIdle: true });
  // What breaks is told by the next question.
  pool.on('error', () => undefined);
  const probe = probeOf(async (sql) => (await pool.query<Row>(sql)).rows, noAnswer);
  return { ...probe, close: () => pool.end() };
}

interface Row {
  readonly readOnly?: boolean;
  readonly unreadable?: string | null;
  readonly count?: number;
}

/** `silence`: what it means that there is no answer. The embedded database is busy then, and in this process. */
function probeOf(query: (sql: string) => Promise<Row[]>, silence: DatabaseState): Probe {
  let asking: Promise<DatabaseState> | null = null;
  let last: { readonly at: number; readonly state: DatabaseState } | null = null;

  async function ask(): Promise<DatabaseState> {
    const state = await stateOf(query);
    last = { at: Date.now(), state };
    asking = null;
    return state;
  }

  return {
    state() {
      if (last && Date.now() - last.at < freshMilliseconds) return Promise.resolve(last.state);
      asking ??= ask();
      return Promise.race([asking, pause(patienceMilliseconds, silence, { ref: false })]);
    },
    close: () => Promise.resolve(),
  };
}

async function stateOf(query: (sql: string) => Promise<Row[]>): Promise<DatabaseState> {
  try {
    const [server] = await query(question);
    if (server?.readOnly) return readOnlyNow;
    if (server?.unreadable) return permissionMissing(`permission denied for table ${server.unreadable}`);
    if (server?.count === 0) return 'NOT_MIGRATED';
    const [done] = await query('SELECT count(*)::int AS count FROM migration');
    return (done?.count ?? 0) < migrations.length ? 'NOT_MIGRATED' : 'READY';
  } catch (error) {
    return databaseTrouble(error) ?? noAnswer;
  }
}

/** Whether the server takes writes, a table that may not be read or added to, and whether there are tables at all. */
const question = `
  SELECT pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on' AS "readOnly",
    (SELECT count(*)::int FROM pg_class WHERE oid = to_regclass('migration')) AS count,
    (SELECT relname FROM pg_class
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
       AND NOT (has_table_privilege(oid, 'SELECT') AND has_table_privilege(oid, 'INSERT'))
     ORDER BY relname LIMIT 1) AS unreadable`;
