import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/dataSource.js';
import { inTransaction } from '../../src/database/inTransaction.js';
import type { ServerSettings } from '../../src/database/ServerSettings.js';
import { nianbao } from '../support/commandLine.js';
import { cuttableWay, type CuttableWay } from '../support/cuttableWay.js';
import { onServer, openTestDatabase, serverUrl, type TestDatabase } from '../support/database.js';
import { at, json, serveDatabase, type Answer, type TestServer } from '../support/server.js';

const settings: Partial<ServerSettings> = { connections: 4, lockSeconds: 1, statementSeconds: 2 };

const agencies = '{ agencies { edges { node { code } } } }';

const register = `mutation($code: String!) {
  agencyRegister(input: { code: $code, name: $code }) { agency { code } userErrors { code } }
}`;

/** What a person is told: one sentence in Chinese, with what to do. */
const sentence = /^[^\n]*\p{Script=Han}[^\n]*请[^\n]*$/u;

describe.runIf(serverUrl !== undefined)('a PostgreSQL in trouble', () => {
  let database: TestDatabase;
  let way: CuttableWay;
  let server: TestServer;

  beforeAll(async () => {
    database = await openTestDatabase();
    way = await cuttableWay(database.url ?? '');
    server = await serve(way.url);
  });
  afterAll(async () => {
    await server.close();
    await way.close();
    await database.close();
  });
  afterEach(() => way.mend());

  async function serve(url: string, changed: Partial<ServerSettings> = settings): Promise<TestServer> {
    const dataSource = await openDatabase({ url, server: changed });
    return serveDatabase(dataSource, () => dataSource.destroy(), {}, randomUUID());
  }

  function ask(to: TestServer, query: string, variables = {}): Promise<Answer> {
    return to.fetch('/graphql', {
      method: 'POST',
      headers: { Authorization: `Bearer ${to.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
  }

  function write(to: TestServer): Promise<Answer> {
    return ask(to, register, { code: randomUUID() });
  }

  function expectTrouble(answer: Answer, code: string): void {
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    const found = json(answer);
    expect(at(found, 'errors', 0, 'extensions', 'code') ?? at(found, 'code')).toBe(code);
    expect(at(found, 'errors', 0, 'message') ?? at(found, 'message')).toMatch(sentence);
  }

  async function timed(path: string): Promise<Answer> {
    const begun = performance.now();
    const answer = await server.fetch(path);
    expect(performance.now() - begun).toBeLessThan(2_000);
    return answer;
  }

  test('one long lock: writers are told after a while, readers and the state go on meanwhile', async () => {
    // The first use of a token in a day is recorded, or nothing is read.
    expect((await ask(server, agencies)).status).toBe(200);
    const holder = new pg.Client({ connectionString: database.url ?? '' });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE audit_chain IN EXCLUSIVE MODE');
    const writers = Array.from({ length: 10 }, () => write(server));
    await expect.poll(() => waitingFor(holder), { timeout: 5_000 }).toBeGreaterThanOrEqual(1);
    const reading = await ask(server, agencies);
    expect([reading.status, at(json(reading), 'errors')]).toEqual([200, undefined]);
    expect((await timed('/readyz')).status).toBe(200);
    expect((await timed('/healthz')).status).toBe(200);
    for (const answer of await Promise.all(writers)) expectTrouble(answer, 'DATABASE_BUSY');
    await holder.query('ROLLBACK');
    await holder.end();
    expect((await write(server)).status).toBe(200);
  });

  async function waitingFor(client: pg.Client): Promise<number> {
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rows[0]?.count ?? 0;
  }

  test('a statement that takes too long is ended and said; ten of them keep nobody out', async () => {
    expect((await ask(server, agencies)).status).toBe(200);
    await server.database.query(
      `CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(60); RETURN NEW; END';
       CREATE TRIGGER take_long BEFORE INSERT ON agency FOR EACH ROW EXECUTE FUNCTION take_long()`,
    );
    const writers = Array.from({ length: 10 }, () => write(server));
    for (const path of ['/readyz', '/healthz', '/api/v1/agencies'])
      expect([path, (await timed(path)).status]).toEqual([path, 200]);
    for (const answer of await Promise.all(writers)) expectTrouble(answer, 'DATABASE_BUSY');
    await server.database.query('DROP FUNCTION take_long CASCADE');
    expect((await write(server)).status).toBe(200);
  });

  test('one of another encoding, come in the place of ours, is named, and ours is taken up again', async () => {
    const own = await openTestDatabase();
    const serving = await serve(own.url ?? '');
    const name = new URL(own.url ?? '').pathname.slice(1);
    const run = (statement: string) => onServer(serverUrl ?? '', statement);
    await run(
      `CREATE DATABASE ${name}_latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
    );
    const move = async (from: string, to: string): Promise<void> => {
      await run(`ALTER DATABASE ${from} ALLOW_CONNECTIONS false`);
      await run(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${from}'`);
      await run(`ALTER DATABASE ${from} RENAME TO ${to}`);
      await run(`ALTER DATABASE ${to} ALLOW_CONNECTIONS true`);
    };
    await move(name, `${name}_aside`);
    await move(`${name}_latin`, name);
    expectTrouble(await write(serving), 'DATABASE_UNSUITABLE');
    expectTrouble(await serving.fetch('/readyz'), 'DATABASE_UNSUITABLE');
    await move(name, `${name}_latin`);
    await move(`${name}_aside`, name);
    await expect.poll(async () => (await serving.fetch('/readyz')).status, { timeout: 10_000 }).toBe(200);
    expect((await write(serving)).status).toBe(200);
    await serving.close();
    await run(`DROP DATABASE ${name}_latin`);
    await own.close();
  });

  test('a server that says it is too old is named', async () => {
    const [{ version = '' } = {}] = await server.database.query<{ version: string }[]>(
      `SELECT current_setting('server_version_num') AS version`,
    );
    const old = await cuttableWay(database.url ?? '', [version, `13${version.slice(2)}`]);
    await expect(serve(old.url)).rejects.toMatchObject({ name: 'DatabaseUnsuitable' });
    const said = await nianbao(['migrate'], { DATABASE_URL: old.url });
    expect([said.code, said.stderr.trim()]).toEqual([
      1,
      expect.stringMatching(/^[^\n]*PostgreSQL 13，太旧[^\n]*请升级数据库[^\n]*$/),
    ]);
    await old.close();
  });

  test('the database away: said everywhere, and back by itself', async () => {
    way.cut();
    expectTrouble(await write(server), 'DATABASE_AWAY');
    expectTrouble(await server.fetch('/api/v1/agencies'), 'DATABASE_AWAY');
    expectTrouble(await timed('/readyz'), 'DATABASE_AWAY');
    expect((await timed('/healthz')).status).toBe(200);
    way.mend();
    await expect.poll(async () => (await timed('/readyz')).status, { timeout: 10_000 }).toBe(200);
    expect((await write(server)).status).toBe(200);
  });

  test('a database that only keeps silent is one that is away', async () => {
    way.freeze();
    const writing = write(server);
    await expect.poll(async () => (await timed('/readyz')).status, { timeout: 10_000 }).toBe(503);
    expectTrouble(await timed('/readyz'), 'DATABASE_AWAY');
    expectTrouble(await writing, 'DATABASE_AWAY');
    way.mend();
    await expect.poll(async () => (await timed('/readyz')).status, { timeout: 10_000 }).toBe(200);
    expect((await write(server)).status).toBe(200);
  });

  test('a database that takes no changes is read, and says why nothing can be saved', async () => {
    const name = new URL(database.url ?? '').pathname.slice(1);
    const reading = await serve(database.url ?? '');
    expect((await ask(reading, agencies)).status).toBe(200);
    await onServer(serverUrl ?? '', `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const fresh = await openDatabase({ url: database.url ?? '', server: settings });
    await expect(
      inTransaction(fresh, (manager) => manager.query('DELETE FROM idempotent_answer')),
    ).rejects.toMatchObject({ code: '25006' });
    await fresh.destroy();
    await onServer(database.url ?? '', endConnections);
    await expect.poll(async () => (await reading.fetch('/readyz')).status, { timeout: 10_000 }).toBe(503);
    expectTrouble(await write(reading), 'DATABASE_READ_ONLY');
    expectTrouble(await reading.fetch('/readyz'), 'DATABASE_READ_ONLY');
    expect((await ask(reading, agencies)).status).toBe(200);
    await onServer(serverUrl ?? '', `ALTER DATABASE ${name} RESET default_transaction_read_only`);
    await onServer(database.url ?? '', endConnections);
    await expect.poll(async () => (await reading.fetch('/readyz')).status, { timeout: 10_000 }).toBe(200);
    expect((await write(reading)).status).toBe(200);
    await reading.close();
  });

  test('a missing permission is answered with the grant, which helps as it stands', async () => {
    const role = `office_${randomUUID().slice(0, 8)}`;
    await onServer(
      database.url ?? '',
      `CREATE ROLE ${role} LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
    );
    const url = new URL(database.url ?? '');
    url.username = role;
    const limited = await serve(url.href);
    await onServer(database.url ?? '', `REVOKE ALL ON agency FROM ${role}`);
    const refused = await write(limited);
    expectTrouble(refused, 'DATABASE_PERMISSION');
    expectTrouble(await limited.fetch('/readyz'), 'DATABASE_PERMISSION');
    const said = String(at(json(refused), 'errors', 0, 'message'));
    const [grant = ''] = /GRANT [^；]+/.exec(said) ?? [];
    await onServer(database.url ?? '', grant);
    expect((await write(limited)).status).toBe(200);
    await expect.poll(async () => (await limited.fetch('/readyz')).status, { timeout: 10_000 }).toBe(200);
    await limited.close();
    await onServer(database.url ?? '', `DROP OWNED BY ${role}; DROP ROLE ${role}`);
  });

  test('the command line says the same in one sentence, without a stack', async () => {
    const name = `latin_${randomUUID().slice(0, 8)}`;
    await onServer(
      database.url ?? '',
      `CREATE DATABASE ${name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0`,
    );
    const url = new URL(database.url ?? '');
    url.pathname = `/${name}`;
    const wrong = await nianbao(['migrate'], { DATABASE_URL: url.href });
    await onServer(database.url ?? '', `DROP DATABASE ${name}`);
    expect([wrong.code, wrong.stderr.trim()]).toEqual([
      1,
      expect.stringMatching(/LATIN1.*UTF8.*请另建一个库/),
    ]);
    const nobody = await nianbao(['token', 'list'], { DATABASE_URL: 'postgres://a@127.0.0.1:1/b' });
    expect([nobody.code, nobody.stderr.trim()]).toEqual([1, expect.stringMatching(sentence)]);
  });

  test('sessions read committed and write dates as ISO, whatever the server is set to', async () => {
    const name = new URL(database.url ?? '').pathname.slice(1);
    await onServer(
      database.url ?? '',
      `ALTER DATABASE ${name} SET default_transaction_isolation = 'serializable';
       ALTER DATABASE ${name} SET datestyle = 'German'`,
    );
    const fresh = await openDatabase({ url: database.url ?? '', server: settings });
    const found = await inTransaction(fresh, (manager) =>
      manager.query<object[]>(
        `SELECT current_setting('transaction_isolation') AS isolation, current_setting('datestyle') AS dates`,
      ),
    );
    await fresh.destroy();
    expect(found).toEqual([{ isolation: 'read committed', dates: 'ISO, YMD' }]);
  });

  test('of two transactions that wait for each other, the one that was ended is done again', async () => {
    const data = server.database;
    await data.query('CREATE TABLE pair (id int, count int); INSERT INTO pair VALUES (1, 0), (2, 0)');
    const both: (() => void)[] = [];
    const cross = (first: number, second: number) => {
      let tries = 0;
      return inTransaction(data, async (manager) => {
        tries += 1;
        await manager.query('UPDATE pair SET count = count + 1 WHERE id = $1', [first]);
        if (tries === 1)
          await new Promise<void>((resolve) => {
            both.push(resolve);
            if (both.length === 2) for (const go of both) go();
          });
        await manager.query('UPDATE pair SET count = count + 1 WHERE id = $1', [second]);
      });
    };
    await data.query(
      'ALTER DATABASE ' + new URL(database.url ?? '').pathname.slice(1) + " SET deadlock_timeout = '100ms'",
    );
    await Promise.all([cross(1, 2), cross(2, 1)]);
    const rows: object[] = await data.query('SELECT id, count FROM pair ORDER BY id');
    expect(rows).toEqual([
      { id: 1, count: 2 },
      { id: 2, count: 2 },
    ]);
    await data.query('DROP TABLE pair');
  });
});

const endConnections = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE datname = current_database() AND pid <> pg_backend_pid()`;
