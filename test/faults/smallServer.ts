import { execFileSync, spawn } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { vi } from 'vitest';
import { binaries, freePort } from '../support/servers.js';

/** A PostgreSQL whose database `office` lies on a disk of its own. */
export interface SmallServer {
  readonly port: number;
  readonly processId: number;
  end(): Promise<void>;
}

/** Its journal lies elsewhere: a server that cannot write that one stops. Only for root, who may become another user. */
export async function startSmallServer(
  folder: string,
  disk: string,
  onDisk: (command: readonly string[]) => string[],
): Promise<SmallServer> {
  const data = join(folder, 'server');
  const asPostgres = ['runuser', '-u', 'postgres', '--'];
  const owner = Number(execFileSync('id', ['-u', 'postgres'], { encoding: 'utf8' }));
  chownSync(folder, owner, -1);
  const initdb = ['-D', data, '-U', 'nianbao', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8'];
  execFileSync('runuser', [...asPostgres.slice(1), `${binaries}/initdb`, ...initdb], {
    cwd: '/',
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'].flatMap((one) => [
    '-c',
    one,
  ]);
  const command = [...asPostgres, `${binaries}/postgres`, '-D', data, '-p', String(port), ...settings];
  const [program = '', ...args] = onDisk([
    'sh',
    '-ec',
    `mkdir ${disk}/space && chown postgres ${disk}/space && exec "$@"`,
    'sh',
    ...command,
  ]);
  const child = spawn(program, args, { cwd: '/', stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const client = await vi.waitFor(
    async () => {
      const trying = new pg.Client(`postgres://nianbao@127.0.0.1:${port}/postgres`);
      await trying.connect();
      return trying;
    },
    { timeout: 30_000 },
  );
  await client.query(`CREATE TABLESPACE small LOCATION '${disk}/space'`);
  await client.query('CREATE DATABASE office TABLESPACE small');
  await client.end();
  return {
    port,
    processId: child.pid ?? 0,
    end: () => {
      // The process that became another user keeps signals for itself.
      process.kill(Number.parseInt(readFileSync(join(data, 'postmaster.pid'), 'utf8'), 10), 'SIGINT');
      return ended;
    },
  };
}
