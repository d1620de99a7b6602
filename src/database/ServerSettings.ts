/** How PostgreSQL is used. */
export interface ServerSettings {
  /** postgres://user:password@host,otherHost:5433/database: the first of the hosts that takes writes is used. */
  readonly url: string;
  /** Connections at the same time. */
  readonly connections: number;
  /** How long a statement waits for what another has locked. */
  readonly lockSeconds: number;
  /** How long a statement may take. */
  readonly statementSeconds: number;
  /** Behind PgBouncer in transaction mode: nothing is kept in a session. */
  readonly pooler: boolean;
}

export const usualServer: Omit<ServerSettings, 'url'> = {
  connections: 10,
  lockSeconds: 10,
  statementSeconds: 60,
  pooler: false,
};

/** How long to wait for a connection of the pool, and for a host to answer. */
export const connectSeconds = 10;
