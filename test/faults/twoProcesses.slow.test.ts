import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrate, openDatabase } from '../../src/database/dataSource.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { actorNamed, administratorToken } from '../support/actors.js';
import { nianbao, startNianbao, type Running } from '../support/commandLine.js';
import { browserOf, openAccount, tryToSignIn, type Browser } from '../support/people.js';
import { at, type Answer, type Json } from '../support/server.js';
import {
  hasServers,
  removeFolder,
  serversFolder,
  startPrimary,
  type PostgresServer,
} from '../support/servers.js';
import { spinning } from '../support/spinning.js';

const rate = 200;

/** One of two processes that serve the same database. */
interface Process {
  readonly running: Running;
  readonly address: string;
  fetch(path: string, init?: RequestInit): Promise<Answer>;
}

describe.skipIf(!hasServers)('two processes on one database', { timeout: 180_000 }, () => {
  let folder: string;
  let primary: PostgresServer;
  let database: DataSource;
  let one: Process;
  let other: Process;

  async function serve(): Promise<Process> {
    const running = startNianbao(['serve', '--port', '0'], {
      DATABASE_URL: url(),
      NIANBAO_DATA: folder,
      NIANBAO_RATE: String(rate),
      LOG_LEVEL: 'silent',
    });
    const printed = await running.printed('年报服务已启动');
    const address = /http:\/\/[\d.]+:\d+/.exec(printed)![0];
    return {
      running,
      address,
      async fetch(path, init = {}) {
        const response = await fetch(address + path, init);
        return { status: response.status, headers: response.headers, text: await response.text() };
      },
    };
  }
  const url = () => `postgres://nianbao@127.0.0.1:${primary.port}/postgres`;

  beforeAll(async () => {
    folder = serversFolder();
    primary = await startPrimary(folder);
    database = await openDatabase({ url: url() });
    await migrate(database);
    [one, other] = await Promise.all([serve(), serve()]);
  }, 180_000);
  afterAll(async () => {
    await one.running.stop('SIGKILL');
    await other.running.stop('SIGKILL');
    await database.destroy();
    primary.kill();
    removeFolder(folder);
  });

  async function freshToken(name: string): Promise<{ Authorization: string }> {
    const { token } = await database.transaction((manager) =>
      createToken(manager, actorNamed('测试'), administratorToken(name)),
    );
    return { Authorization: `Bearer ${token}` };
  }

  async function graphql(process: Process, headers: object, body: object): Promise<Json> {
    const { text } = await process.fetch('/graphql', {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return JSON.parse(text) as Json;
  }

  test('a token that is revoked opens nothing within a second, wherever it was used just now', async () => {
    const headers = await freshToken('将撤销');
    const statusAt = async (process: Process) =>
      (await process.fetch('/api/v1/forms/2021', { headers })).status;
    expect([await statusAt(one), await statusAt(other)]).toEqual([200, 200]);
    await nianbao(['token', 'revoke', '将撤销'], { DATABASE_URL: url() });
    const revoked = performance.now();
    await vi.waitFor(async () => expect([await statusAt(one), await statusAt(other)]).toEqual([401, 401]), {
      interval: 20,
      timeout: 5_000,
    });
    expect(performance.now() - revoked).toBeLessThan(1_000);
  });

  test('whoever signs in here is signed in there, and signs out of both', async () => {
    const password = await openAccount({ database }, 'zhang');
    const here = browserOf(one, await tryToSignIn(one, 'zhang', password));
    expect((await here.send('PUT', '/session/password', { old: password, new: 'Zhengwu-2026' })).status).toBe(
      204,
    );
    const viewer = JSON.stringify({ query: '{ viewer { name } }' });
    const there: Browser = browserOf(other, {
      status: 200,
      text: '',
      headers: new Headers({ 'set-cookie': here.cookie }),
    });
    const asked = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: viewer };
    expect((await there.fetch('/graphql', asked)).text).toContain('zhang');
    expect((await there.send('DELETE', '/session')).status).toBe(204);
    expect((await here.fetch('/graphql', asked)).status).toBe(401);
  });

  test('guesses of a password are counted together', async () => {
    await openAccount({ database }, 'li');
    for (const process of [one, other, one, other, one])
      expect((await tryToSignIn(process, 'li', 'Wrong-guess-1')).status).toBe(401);
    expect((await tryToSignIn(other, 'li', 'Wrong-guess-1')).status).toBe(429);
    expect((await tryToSignIn(one, 'li', 'Wrong-guess-1')).status).toBe(429);
  });

  test('a collection is begun once for a key, watched and called off at the other process', async () => {
    const headers = { ...(await freshToken('汇集')), 'Idempotency-Key': 'once', Prefer: 'respond-async' };
    const bytes = new Uint8Array(spinning());
    const begin = async (process: Process): Promise<string> => {
      const body = new FormData();
      body.append('layout', 'collection');
      body.append('files', new Blob([bytes]), '大.ods');
      const answer = await process.fetch('/imports', { method: 'POST', headers, body });
      expect(answer.status, answer.text).toBe(202);
      return (JSON.parse(answer.text) as { id: string }).id;
    };
    const [id, again] = await Promise.all([begin(one), begin(other)]);
    expect(again).toBe(id);
    const statusAt = async (process: Process) =>
      at(JSON.parse((await process.fetch(`/api/v1/imports/${id}`, { headers })).text) as Json, 'status');
    expect([await statusAt(one), await statusAt(other)]).toEqual(['RUNNING', 'RUNNING']);
    // One of the two reads it; called off is it at both, once each.
    const query = `mutation { importCancel(id: "${id}") { userErrors { code } } }`;
    expect(at(await graphql(other, headers, { query }), 'data', 'importCancel', 'userErrors')).toEqual([]);
    expect([await statusAt(one), await statusAt(other)]).toEqual(['CANCELLED', 'CANCELLED']);
    expect(at(await graphql(one, headers, { query }), 'data', 'importCancel', 'userErrors', 0, 'code')).toBe(
      'IMPORT_NOT_RUNNING',
    );
  });

  test('a query that is known by its hash here is asked for once more there', async () => {
    const headers = await freshToken('散列');
    const query = '{ forms { id } }';
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') };
    const extensions = { persistedQuery };
    expect(at(await graphql(one, headers, { query, extensions }), 'errors')).toBeUndefined();
    expect(at(await graphql(one, headers, { extensions }), 'errors')).toBeUndefined();
    expect(at(await graphql(other, headers, { extensions }), 'errors', 0, 'extensions', 'code')).toBe(
      'PERSISTED_QUERY_NOT_FOUND',
    );
    expect(at(await graphql(other, headers, { query, extensions }), 'errors')).toBeUndefined();
  });

  test('requests are counted together', async () => {
    // Counts begin anew with the minute.
    await vi.waitUntil(() => new Date().getSeconds() < 30, { timeout: 40_000 });
    const headers = await freshToken('很忙');
    const ask = async (process: Process) => (await process.fetch('/api/v1/forms/2021', { headers })).status;
    let here = 0;
    while (here < rate * 0.7 && (await ask(one)) === 200) here += 1;
    let there = 0;
    await vi.waitFor(
      async () => {
        if ((await ask(other)) === 200) {
          there += 1;
          throw new Error('still let in');
        }
      },
      { interval: 40, timeout: 25_000 },
    );
    console.log(`of ${rate} requests a minute ${here} were let in here and ${there} there`);
    expect(here + there).toBeLessThan(rate * 1.3);
    await vi.waitFor(async () => expect(await ask(one)).toBe(429), { interval: 50, timeout: 5_000 });
  });
});
