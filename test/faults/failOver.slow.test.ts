import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migrate, openDatabase } from '../../src/database/dataSource.js';
import { registerAgency } from '../../src/filing/agencies/registerAgency.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { administratorToken } from '../support/actors.js';
import { startNianbao, type Running } from '../support/commandLine.js';
import { actor } from '../support/filing.js';
import {
  hasServers,
  removeFolder,
  serversFolder,
  startPrimary,
  startStandby,
  type PostgresServer,
} from '../support/servers.js';
import { Writer } from './failOver/Writer.js';

/** How long it goes on; the fail-over is in the middle. */
const seconds = Number(process.env['FAILOVER_SECONDS'] ?? 60);
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));

describe.skipIf(!hasServers)('a fail-over under load', { timeout: (seconds + 240) * 1000 }, () => {
  let folder: string;
  let primary: PostgresServer;
  let standby: PostgresServer;
  let database: DataSource;
  const processes: Running[] = [];
  const addresses: string[] = [];
  const writers: Writer[] = [];

  beforeAll(async () => {
    folder = serversFolder();
    primary = await startPrimary(folder);
    standby = await startStandby(folder, primary);
    // What is acknowledged is on both.
    await primary.query("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
    await primary.query('SELECT pg_reload_conf()');
    const url = `postgres://nianbao@127.0.0.1:${primary.port},127.0.0.1:${standby.port}/postgres`;
    database = await openDatabase({ url });
    await migrate(database);
    for (const _ of [1, 2]) {
      const running = startNianbao(['serve', '--port', '0'], {
        DATABASE_URL: url,
        DATABASE_READ_URL: `postgres://nianbao@127.0.0.1:${standby.port}/postgres`,
        NIANBAO_DATA: folder,
        NIANBAO_RATE: '0',
        LOG_LEVEL: 'silent',
      });
      processes.push(running);
      addresses.push(/http:\/\/[\d.]+:\d+/.exec(await running.printed('年报服务已启动'))![0]);
    }
    for (let number = 1; number <= 8; number += 1) {
      const code = `W${number}`;
      const token = await database.transaction(async (manager) => {
        await registerAgency(manager, actor, { code, name: `${code}局`, aliases: [] });
        return (await createToken(manager, actor, administratorToken(`写${number}`))).token;
      });
      writers.push(new Writer(addresses, token, code, seed * 100 + number));
    }
  }, 180_000);
  afterAll(async () => {
    for (const running of processes) await running.stop('SIGKILL');
    await database.destroy();
    primary.kill();
    standby.kill();
    removeFolder(folder);
  });

  test('nothing acknowledged is lost, and the service is back within ten seconds of the promotion', async () => {
    console.log(`seed ${seed}, ${seconds} s`);
    const begun = performance.now();
    const half = begun + seconds * 500;
    const work = writers.map((writer) => writer.work(() => performance.now() - begun > seconds * 1000));
    await vi.waitUntil(() => performance.now() > half, { timeout: seconds * 1000, interval: 50 });
    const before = writers.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0);
    primary.kill();
    const killedAt = performance.now();
    standby.promote();
    const promotedAt = performance.now();
    const firstAfter = (writer: Writer): number =>
      writer.acknowledged.find((each) => each.askedAt > promotedAt)?.answeredAt ?? Infinity;
    await vi.waitUntil(
      () => writers.every((writer) => firstAfter(writer) < Infinity || writer.unexpected.length > 0),
      { timeout: 60_000, interval: 50 },
    );
    await Promise.all(work);
    expect(writers.flatMap((writer) => writer.unexpected)).toEqual([]);

    const acknowledged = writers.flatMap((writer) => writer.acknowledged);
    const back = Math.min(...writers.map(firstAfter)) - promotedAt;
    const allBack = Math.max(...writers.map(firstAfter)) - promotedAt;
    const troubled = writers.reduce((sum, writer) => sum + writer.troubled, 0);
    const read = writers.reduce((sum, writer) => sum + writer.readBack, 0);
    console.log(
      `${before} changes acknowledged before and ${acknowledged.length - before} after, ` +
        `${troubled} requests not done, ${read} read back elsewhere; promoted ${ms(promotedAt - killedAt)} after the kill, ` +
        `the first change ${ms(back)} after that, every writer ${ms(allBack)}`,
    );
    expect(writers.flatMap((writer) => writer.notReadBack)).toEqual([]);
    expect(before).toBeGreaterThan(100);
    expect(allBack).toBeLessThan(10_000);
    expect(await lost(writers)).toEqual([]);
    expect(await verifyAudit(database.manager)).toEqual([]);
  });

  /** What was acknowledged and is not there. */
  async function lost(all: readonly Writer[]): Promise<string[]> {
    const rows = await database.query<{ kept: string }[]>(
      `SELECT agency.code || ' ' || report.year || ' ' || version.number AS kept
       FROM report_version AS version JOIN report ON report.id = version.report_id
         JOIN agency ON agency.id = report.agency_id
       UNION ALL
       SELECT agency.code || ' ' || report.year || ' ' || step.to_status || ' ' || step.version
       FROM report_transition AS step JOIN report ON report.id = step.report_id
         JOIN agency ON agency.id = report.agency_id`,
    );
    const kept = new Set(rows.map((row) => row.kept));
    return all.flatMap(({ acknowledged }) =>
      acknowledged.flatMap(({ what }) => (kept.has(what) ? [] : [what])),
    );
  }
});

function ms(milliseconds: number): string {
  return `${Math.round(milliseconds)} ms`;
}
