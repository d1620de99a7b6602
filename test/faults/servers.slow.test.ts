import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, openDatabase } from '../../src/database/dataSource.js';
import { createProbe } from '../../src/database/probe.js';
import { databaseTrouble } from '../../src/database/databaseTrouble.js';
import { inTransaction } from '../../src/database/inTransaction.js';
import { registerAgency } from '../../src/filing/agencies/registerAgency.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { actor } from '../support/filing.js';
import {
  hasServers,
  removeFolder,
  serversFolder,
  startPooler,
  startPrimary,
  startStandby,
  type PostgresServer,
} from '../support/servers.js';

describe.skipIf(!hasServers)('several database servers', { timeout: 180_000 }, () => {
  let folder: string;
  let primary: PostgresServer;
  let standby: PostgresServer;

  beforeAll(async () => {
    folder = serversFolder();
    primary = await startPrimary(folder);
    standby = await startStandby(folder, primary);
    // What is acknowledged is on both.
    await onPrimary("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    await onPrimary('SELECT pg_reload_conf()');
  }, 120_000);
  afterAll(() => {
    primary.kill();
    standby.kill();
    removeFolder(folder);
  });

  async function onPrimary(statement: string): Promise<void> {
    const client = new pg.Client(`postgres://nianbao@127.0.0.1:${primary.port}/postgres`);
    await client.connect();
    await client.query(statement);
    await client.end();
  }

  test('behind PgBouncer in transaction mode: time-outs, isolation and dates in each transaction', async () => {
    const url = new URL(`postgres://nianbao@127.0.0.1:${primary.port}/postgres`);
    const pooler = await startPooler(folder, url);
    url.port = String(pooler.port);
    const database = await openDatabase({
      url: url.href,
      server: { pooler: true, connections: 8, lockSeconds: 7, statementSeconds: 11 },
    });
    await Promise.all([migrate(database), migrate(database)]);
    const seen = await inTransaction(database, (manager) =>
      manager.query<object[]>(
        `SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement,
           current_setting('transaction_isolation') AS isolation, current_setting('datestyle') AS dates`,
      ),
    );
    expect(seen).toEqual([{ lock: '7s', statement: '11s', isolation: 'read committed', dates: 'ISO, YMD' }]);
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        inTransaction(database, (manager) =>
          registerAgency(manager, actor, { code: `P${index}`, name: `池${index}局`, aliases: [] }),
        ),
      ),
    );
    expect(await verifyAudit(database.manager)).toEqual([]);
    await database.destroy();
    pooler.stop();
  });

  test('a standby that is promoted while eight write: what was acknowledged is there, and work goes on', async () => {
    const url = `postgres://nianbao@127.0.0.1:${primary.port},127.0.0.1:${standby.port}/postgres`;
    const database = await openDatabase({ url, server: { connections: 12 } });
    await migrate(database);
    const probe = createProbe(database);
    const acknowledged: string[] = [];
    const unexpected: unknown[] = [];
    let promotedAt = Infinity;
    let firstAfter = Infinity;
    let stopped = false;
    const write = async (writer: number): Promise<void> => {
      for (let count = 0; !stopped; count += 1) {
        const code = `W${writer}-${count}`;
        const begun = performance.now();
        try {
          await inTransaction(database, (manager) =>
            registerAgency(manager, actor, { code, name: `${code}局`, aliases: [] }),
          );
          acknowledged.push(code);
          if (begun > promotedAt) firstAfter = Math.min(firstAfter, performance.now());
        } catch (error) {
          if (databaseTrouble(error) === null) unexpected.push(error);
        }
      }
    };
    const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
    await expect.poll(() => acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(40);
    primary.kill();
    await expect.poll(async () => probe.state(), { timeout: 20_000 }).not.toBe('READY');
    standby.promote();
    promotedAt = performance.now();
    await expect.poll(() => firstAfter, { timeout: 30_000 }).toBeLessThan(Infinity);
    const pause = firstAfter - promotedAt;
    stopped = true;
    await Promise.all(writers);
    console.log(`${acknowledged.length} acknowledged, back ${Math.round(pause)} ms after the promotion`);
    expect(unexpected).toEqual([]);
    expect(pause).toBeLessThan(10_000);
    const rows = await database.query<{ code: string }[]>('SELECT code FROM agency');
    const kept = new Set(rows.map(({ code }) => code));
    expect(acknowledged.filter((code) => !kept.has(code))).toEqual([]);
    expect(await verifyAudit(database.manager)).toEqual([]);
    expect(await probe.state()).toBe('READY');
    await probe.close();
    await database.destroy();
  });
});
