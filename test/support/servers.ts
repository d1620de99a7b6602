import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { vi } from 'vitest';

const installed = '/usr/lib/postgresql';
export const binaries = existsSync(installed)
  ? join(
      installed,
      readdirSync(installed)
        .sort((one, other) => Number(one) - Number(other))
        .at(-1) ?? '',
      'bin',
    )
  : null;

/** Whether Debian's PostgreSQL, and its PgBouncer, are there. */
export const hasServers = binaries !== null && existsSync('/usr/sbin/pgbouncer');

/** PostgreSQL refuses to run as root. */
function asPostgres(command: string, args: readonly string[]): void {
  const [program, ...all] =
    process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', command, ...args] : [command, ...args];
  execFileSync(program ?? command, all, { cwd: '/', stdio: 'ignore' });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A folder that PostgreSQL may write into. */
export function serversFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-servers-'));
  chmodSync(folder, 0o777);
  return folder;
}

/** A PostgreSQL of the test's own. */
export interface PostgresServer {
  readonly port: number;
  /** Ends at once, as by a power cut. */
  kill(): void;
  /** Is there again. */
  restart(): void;
  /** Makes a standby the primary. */
  promote(): void;
  /** Whether a standby goes on following its primary. */
  follow(goesOn: boolean): Promise<void>;
  query(statement: string): Promise<Record<string, unknown>[]>;
  /** All that it has logged. */
  log(): string;
}

export async function startPrimary(folder: string): Promise<PostgresServer> {
  const data = join(folder, 'primary');
  asPostgres(`${binaries}/initdb`, [
    '-D',
    data,
    '-U',
    'nianbao',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]);
  return start(data);
}

/** Follows a primary. */
export async function startStandby(
  folder: string,
  primary: PostgresServer,
  name = 'standby',
): Promise<PostgresServer> {
  const data = join(folder, name);
  const from = `host=127.0.0.1 port=${primary.port} user=nianbao application_name=${name}`;
  asPostgres(`${binaries}/pg_basebackup`, ['-D', data, '-R', '-d', from]);
  return start(data);
}

async function start(data: string): Promise<PostgresServer> {
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  const begin = (): void =>
    asPostgres(`${binaries}/pg_ctl`, ['-D', data, '-w', '-l', `${data}.log`, '-o', options, 'start']);
  begin();
  async function query(statement: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client(`postgres://nianbao@127.0.0.1:${port}/postgres`);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(statement)).rows;
    } finally {
      await client.end();
    }
  }
  return {
    port,
    restart: begin,
    query,
    follow: async (goesOn) => {
      await query(`SELECT pg_wal_replay_${goesOn ? 'resume' : 'pause'}()`);
      await vi.waitUntil(async () => {
        const [state] = await query('SELECT pg_get_wal_replay_pause_state() AS is');
        return state?.['is'] === (goesOn ? 'not paused' : 'paused');
      });
    },
    log: () => readFileSync(`${data}.log`, 'utf8'),
    kill: () => {
      if (existsSync(join(data, 'postmaster.pid')))
        asPostgres(`${binaries}/pg_ctl`, ['-D', data, '-m', 'immediate', 'stop']);
    },
    promote: () => asPostgres(`${binaries}/pg_ctl`, ['-D', data, '-w', 'promote']),
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** PgBouncer in transaction mode before a database. Gives its port and how to end it. */
export async function startPooler(
  folder: string,
  url: URL,
  connections = 3,
): Promise<{ port: number; stop: () => void }> {
  const port = await freePort();
  const home = join(folder, 'pooler');
  mkdirSync(home);
  chmodSync(home, 0o777);
  writeFileSync(join(home, 'users.txt'), `"${url.username}" ""\n`);
  writeFileSync(
    join(home, 'pooler.ini'),
    `[databases]
* = host=${url.hostname} port=${url.port} user=${url.username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
auth_file = ${home}/users.txt
pool_mode = transaction
default_pool_size = ${connections}
pidfile = ${home}/pid
logfile = ${home}/log
`,
  );
  asPostgres('/usr/sbin/pgbouncer', ['-d', join(home, 'pooler.ini')]);
  await vi.waitUntil(() => answers(port), { timeout: 10_000 });
  return { port, stop: () => void spawnSync('sh', ['-c', `kill $(cat ${home}/pid)`]) };
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
