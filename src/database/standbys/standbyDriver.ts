import type pg from 'pg';
import type { DataSource } from 'typeorm';
import { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { databaseTrouble } from '../databaseTrouble.js';
import { serverDriver } from '../serverDriver.js';
import type { ServerSettings } from '../ServerSettings.js';
import { isLostStatement } from './isLostStatement.js';

/** What `pg` does not declare of a client. */
type KnownClient = pg.ClientBase & { connection?: { stream?: { destroy(): void } } };

interface Query {
  (text: string, parameters?: unknown[]): Promise<pg.QueryResult>;
}

type Connected = (error: undefined, client: object, release: () => void) => void;

/** How many seconds a standby may take to be reached, or to say where it is: whoever asks can also ask the primary. */
export const patience = 2;

/**
 * Makes a standby look like `pg` to TypeORM. A statement that the standby does not answer is asked of the primary:
 * each stands alone, for nothing is written here, and nothing but the time is lost.
 */
export function standbyDriver(settings: ServerSettings, primary: DataSource, onTrouble: () => void) {
  const { Pool } = serverDriver(settings, patience);
  const pool = new Pool({ max: settings.connections, application_name: 'nianbao-reads' });
  const clients = new Set<KnownClient>();
  pool.on('connect', (client) => {
    clients.add(client);
    // It breaks also while it is used: the statement is told, and nobody else listens.
    client.on('error', onTrouble);
  });
  pool.on('remove', (client) => clients.delete(client));
  // What breaks while nobody uses it is told by the next statement.
  pool.on('error', onTrouble);

  const query: Query = async (text, parameters) => {
    try {
      return await onStandby(text, parameters);
    } catch (error) {
      if (!isLostStatement(error)) throw error;
      onTrouble();
      return onPrimary(primary, text, parameters);
    }
  };

  async function onStandby(text: string, parameters: unknown[] | undefined): Promise<pg.QueryResult> {
    const client = await pool.connect();
    try {
      const answer = await client.query(text, parameters);
      client.release();
      return answer;
    } catch (error) {
      client.release(databaseTrouble(error) !== null);
      throw error;
    }
  }

  const client = { query, on: () => undefined, removeListener: () => undefined };
  return {
    /** Ends what is waited for: a standby that is cut off would answer nothing for a minute. */
    abandon(): void {
      for (const { connection } of clients) connection?.stream?.destroy();
    },
    Pool: class {
      connect(connected: Connected): void {
        connected(undefined, client, () => undefined);
      }

      on(): void {
        // What goes wrong with the standby is dealt with here.
      }

      end(ended: (error?: Error) => void): void {
        pool.end().then(() => ended(), ended);
      }
    },
  };
}

async function onPrimary(
  { driver }: DataSource,
  text: string,
  parameters: unknown[] | undefined,
): Promise<pg.QueryResult> {
  if (!(driver instanceof PostgresDriver)) throw new Error('the primary is no PostgreSQL');
  const [client, release] = (await driver.obtainMasterConnection()) as [
    pg.ClientBase,
    (error?: Error) => void,
  ];
  // What breaks is told by the statement.
  const broken = (): void => undefined;
  client.on('error', broken);
  try {
    const answer = await client.query(text, parameters);
    client.removeListener('error', broken);
    release();
    return answer;
  } catch (error) {
    release(error instanceof Error && databaseTrouble(error) ? error : undefined);
    throw error;
  }
}
