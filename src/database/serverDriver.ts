import pg from 'pg';
import { requireSuitable, type ServerFacts } from './DatabaseUnsuitable.js';
import { nameUser } from './databaseTrouble.js';
import { hostsOf } from './hostsOf.js';
import { preparedName } from './prepared.js';
import { sessionSettings } from './sessionSettings.js';
import { connectSeconds, type ServerSettings } from './ServerSettings.js';

type Connected = (error: Error | undefined, client: pg.PoolClient | undefined, release: Release) => void;
type Release = (error?: Error | boolean) => void;

/** A standby, where a server that takes writes is looked for. */
class Standby extends Error {
  override readonly name = 'Standby';
  /** What PostgreSQL calls a write where there can be none. */
  readonly code = '25006';
}

/** What `pg` does not declare of a client. */
type KnownClient = pg.ClientBase & { connection?: NodeJS.EventEmitter & { stream?: { destroy(): void } } };

const retryMilliseconds = 200;

/** `pg` for TypeORM, with what is asked of each connection before it is used. `patience`: for a connection, in seconds. */
export function serverDriver(settings: ServerSettings, patience = connectSeconds) {
  const hosts = hostsOf(settings.url);
  let current = 0;

  class Client extends pg.Client {
    constructor(options?: pg.ClientConfig) {
      super({ ...options, connectionString: hosts[current] });
    }
  }

  const asked = poolOptions(settings, hosts.length > 1, patience);

  return {
    Pool: class extends pg.Pool {
      constructor(options: pg.PoolConfig) {
        super({ ...options, ...asked, Client });
        if (hosts.length > 1) this.on('connect', dropWhenReadOnly);
      }

      /** Of several hosts, one after the other is tried for as long as a connection may take. */
      override connect(): Promise<pg.PoolClient>;
      override connect(connected: Connected): void;
      override connect(connected?: Connected): Promise<pg.PoolClient> | void {
        if (!connected) return super.connect();
        if (hosts.length === 1) return super.connect(connected);
        const until = Date.now() + patience * 1000;
        const attempt = (): void => {
          const tried = current;
          super.connect((error, client, release) => {
            if (!error || Date.now() > until) return connected(error, client, release);
            if (current === tried) current = (current + 1) % hosts.length;
            setTimeout(attempt, retryMilliseconds);
          });
        };
        attempt();
      }
    },
  };
}

/** `pg` waits for what `onConnect` promises, though its types say nothing of it. */
type PoolOptions = Omit<pg.PoolConfig, 'onConnect'> & { onConnect: (client: pg.ClientBase) => Promise<void> };

function poolOptions(settings: ServerSettings, writable: boolean, patience: number): pg.PoolConfig {
  const { statementSeconds } = settings;
  const options: PoolOptions = {
    connectionString: undefined,
    connectionTimeoutMillis: patience * 1000,
    keepAlive: true,
    // A server that is cut off ends no statement itself.
    ...(statementSeconds > 0 && { query_timeout: (statementSeconds + 5) * 1000 }),
    onConnect: (client) => prepare(client, settings, writable),
  };
  return options as pg.PoolConfig;
}

/** What a session needs: one statement, also told by it whether the server will do. */
async function prepare(
  client: pg.ClientBase,
  { lockSeconds, statementSeconds, pooler }: ServerSettings,
  writable: boolean,
): Promise<void> {
  const set = pooler ? '' : `${sessionSettings({ lockSeconds, statementSeconds })}, `;
  const { rows } = await client.query<ServerFacts & { user: string; standby: boolean }>(
    `SELECT ${set}current_setting('server_version_num')::int AS version,
       current_setting('server_encoding') AS encoding, current_setting('datestyle') AS "dateStyle",
       current_user::text AS user, pg_is_in_recovery() AS standby`,
  );
  const [facts] = rows;
  if (!facts) return;
  nameUser(facts.user);
  if (!pooler) keepPrepared(client);
  endWhenUnanswered(client);
  requireSuitable(pooler ? facts : { ...facts, dateStyle: 'ISO' });
  if (writable && facts.standby) throw new Standby('this host is a standby');
}

/** What is asked all the time is planned once a connection. */
function keepPrepared(client: pg.ClientBase): void {
  const query = client.query.bind(client);
  client.query = ((...given: Parameters<typeof query>) => {
    const [text, values, ...rest]: unknown[] = given;
    const name = preparedName(text);
    if (name === undefined) return query(...given);
    return query(...([{ name, text, values }, ...rest] as unknown as Parameters<typeof query>));
  }) as typeof query;
}

/** A connection that gave no answer in time is never used again: whatever follows would wait behind it. */
function endWhenUnanswered(client: KnownClient): void {
  const query = client.query.bind(client);
  client.query = ((...given: Parameters<typeof query>) => {
    const answer: unknown = query(...given);
    if (answer instanceof Promise)
      answer.catch((error: unknown) => {
        if (error instanceof Error && error.message === 'Query read timeout')
          client.connection?.stream?.destroy();
      });
    return answer;
  }) as typeof query;
}

/** A primary that became a standby keeps its connections: they are given up with the first write it refuses. */
function dropWhenReadOnly(client: KnownClient): void {
  client.connection?.on('errorMessage', ({ code }: { code?: string }) => {
    if (code === '25006') client.connection?.stream?.destroy();
  });
}
