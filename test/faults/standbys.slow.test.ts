import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrate, openDatabase } from '../../src/database/dataSource.js';
import { Standbys } from '../../src/database/standbys/Standbys.js';
import { isOperation, operations } from '../../src/rights/operations.js';
import { freshReads } from '../../src/server/reads/freshReads.js';
import { send } from '../rights/answers.js';
import { samples } from '../rights/samples.js';
import { buildWorld, type World } from '../rights/world.js';
import { cuttableWay, type CuttableWay } from '../support/cuttableWay.js';
import { at, serveDatabase, type TestServer } from '../support/server.js';
import {
  hasServers,
  removeFolder,
  serversFolder,
  startPrimary,
  startStandby,
  type PostgresServer,
} from '../support/servers.js';

const lagSeconds = 3;

describe.skipIf(!hasServers)('reading from a standby', { timeout: 120_000 }, () => {
  let folder: string;
  let primary: PostgresServer;
  let standby: PostgresServer;
  let way: CuttableWay;
  let database: DataSource;
  /** Two processes of the service, as far as anything is kept in one; each with a token of its own. */
  let here: TestServer;
  let there: TestServer;
  let opened: Standbys[];

  async function serve(name: string): Promise<TestServer> {
    const own = await openDatabase({ url: `postgres://nianbao@127.0.0.1:${primary.port}/postgres` });
    const standbys = await Standbys.open(own, { url: way.url, lagSeconds });
    opened.push(standbys);
    const close = async () => {
      await standbys.close();
      await own.destroy();
    };
    return serveDatabase(own, close, { standbys }, name);
  }

  beforeAll(async () => {
    opened = [];
    folder = serversFolder();
    primary = await startPrimary(folder);
    await primary.query(`ALTER SYSTEM SET autovacuum = off`);
    await primary.query('SELECT pg_reload_conf()');
    standby = await startStandby(folder, primary);
    way = await cuttableWay(`postgres://nianbao@127.0.0.1:${standby.port}/postgres`);
    database = await openDatabase({ url: `postgres://nianbao@127.0.0.1:${primary.port}/postgres` });
    await migrate(database);
    [here, there] = [await serve('甲'), await serve('乙')];
    await readingFrom('standby');
  }, 120_000);
  afterAll(async () => {
    await here.close();
    await there.close();
    await database.destroy();
    await way.close();
    primary.kill();
    standby.kill();
    removeFolder(folder);
  });

  /** Which of the two answers somebody; usually somebody who has written nothing. */
  async function readingFrom(which: 'standby' | 'primary', reader = 'nobody'): Promise<void> {
    await vi.waitFor(
      async () => {
        const managers = await Promise.all(opened.map((each) => each.managerFor(reader)));
        expect(managers.map((manager) => (manager === null ? 'primary' : 'standby'))).toEqual([which, which]);
      },
      { timeout: 20_000 },
    );
  }

  async function names(server: TestServer, token = server.token): Promise<string[]> {
    const answer = await server.fetch('/api/v1/agencies', { headers: { Authorization: `Bearer ${token}` } });
    expect(answer.status, answer.text).toBe(200);
    const { agencies } = JSON.parse(answer.text) as { agencies: { name: string }[] };
    return agencies.map(({ name }) => name);
  }

  async function register(server: TestServer, code: string): Promise<void> {
    const answer = await server.graphql(
      `mutation { agencyRegister(input: { code: "${code}", name: "${code}局" }) { agency { id } userErrors { message } } }`,
    );
    expect(at(answer, 'data', 'agencyRegister', 'userErrors'), JSON.stringify(answer)).toEqual([]);
  }

  test('what one has just written is read at once, by whichever process; others read what was a moment ago', async () => {
    await standby.follow(false);
    await register(here, 'A1');
    expect(await names(here)).toContain('A1局');
    expect(await names(there, here.token)).toContain('A1局');
    expect(await names(there)).not.toContain('A1局');
    const graphql = await there.graphql('{ agencies { nodes { name } } }');
    expect(JSON.stringify(graphql)).not.toContain('A1局');
    // Whoever is told of it finds it.
    const feed = await there.fetch('/api/v1/changes');
    expect(feed.text).toContain('A1');
    expect(await names(there)).toContain('A1局');
    await standby.follow(true);
    await readingFrom('standby');
  });

  test('a standby that lags more than it may is left out, and comes back by itself', async () => {
    await standby.follow(false);
    await register(here, 'A2');
    await readingFrom('primary');
    expect(await names(there)).toContain('A2局');
    await standby.follow(true);
    await readingFrom('standby');
  });

  test('a standby on which nothing happens does not lag', async () => {
    await readingFrom('standby');
    const until = performance.now() + 2 * lagSeconds * 1000;
    await expect
      .poll(
        async () => {
          expect(await opened[0]?.managerFor('nobody')).not.toBeNull();
          return performance.now();
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(until);
  });

  test.each([
    ['is killed', () => standby.kill(), () => standby.restart()],
    ['cannot be reached', () => way.cut(), () => way.mend()],
    ['does not answer any more', () => way.freeze(), () => way.mend()],
  ])('while one that %s everybody reads on', async (_what, lose, bringBack) => {
    await readingFrom('standby');
    let asked = 0;
    let isOver = false;
    let slowest = 0;
    const read = async (server: TestServer): Promise<void> => {
      while (!isOver) {
        const begun = performance.now();
        expect((await names(server)).length).toBeGreaterThan(0);
        slowest = Math.max(slowest, performance.now() - begun);
        asked += 1;
      }
    };
    const readMore = async (): Promise<void> => {
      const before = asked;
      await expect.poll(() => asked, { timeout: 30_000 }).toBeGreaterThan(before + 20);
    };
    const reading = Promise.all([here, there, here, there].map(read));
    try {
      await readMore();
      lose();
      await readingFrom('primary');
      await readMore();
      bringBack();
      await readingFrom('standby');
    } finally {
      isOver = true;
      await reading;
    }
    console.log(`${asked} read, the slowest in ${Math.round(slowest)} ms`);
    expect(slowest).toBeLessThan(6_000);
  });

  describe('every operation that only reads', () => {
    let world: World;
    beforeAll(async () => {
      world = await buildWorld(Promise.resolve(here));
      await standby.query(`ALTER SYSTEM SET log_statement = 'all'`);
      await standby.query(`ALTER SYSTEM SET log_line_prefix = '%a|'`);
      await standby.query('SELECT pg_reload_conf()');
    }, 120_000);

    const reads = Object.keys(operations)
      .filter(isOperation)
      .filter((operation) => /^(Query\.|GET )/.test(operation));
    /** What the program knows by itself. */
    const withoutDatabase = [
      ...['Query.form', 'Query.forms', 'Query.rules', 'Query._service'],
      ...['GET /ledgers/blank.xlsx', 'GET /api/v1/forms/:id'],
    ];

    test.each(reads)('%s', async (operation) => {
      const place = world.places.own;
      const call = await samples[operation]?.ask(place, world);
      if (!call) throw new Error('nothing is asked');
      const asking = () => send(world, world.unscoped.ADMINISTRATOR, call, place);
      // The first use of a token in a day is written down.
      const { code } = await asking();
      await readingFrom('standby', '全域管理');
      const before = standby.log().length;
      const answer = await asking();
      const logged = standby.log().slice(before);
      expect(answer.code).toBe(code);
      expect(logged).not.toMatch(/nianbao-reads\|ERROR/);
      const isAsked = /nianbao-reads\|LOG/.test(logged);
      const neverAsked = freshReads.has(operation) || withoutDatabase.includes(operation);
      expect(isAsked, logged.slice(0, 2_000)).toBe(!neverAsked);
    });
  });
});
