import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate, openDatabase } from '../../src/database/dataSource.js';
import { registerAgencies } from '../../src/filing/agencies/registerAgency.js';
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
  type PostgresServer,
} from '../support/servers.js';
import { wideCsv } from '../support/tables.js';

/** The embedded database is lost with its process alone: that is lostProcess.slow.test.ts. */
describe.skipIf(!hasServers)('a collection that loses its database', { timeout: 300_000 }, () => {
  const codes = Array.from({ length: 2_000 }, (_, index) => `L${index}`);
  const table = wideCsv(codes.map((code) => ({ code, name: `${code}局`, year: 2024 })));
  let folder: string;
  let server: PostgresServer;
  let database: DataSource;
  let service: Running;
  let address: string;
  let token: string;

  beforeAll(async () => {
    folder = serversFolder();
    server = await startPrimary(folder);
    const url = `postgres://nianbao@127.0.0.1:${server.port}/postgres`;
    database = await openDatabase({ url });
    await migrate(database);
    await database.transaction(async (manager) => {
      const agencies = codes.map((code) => ({ code, name: `${code}局`, aliases: [] }));
      await registerAgencies(manager, actor, agencies);
      token = (await createToken(manager, actor, administratorToken('测试'))).token;
    });
    service = startNianbao(['serve', '--port', '0'], {
      ...{ DATABASE_URL: url, NIANBAO_DATA: folder, NIANBAO_RATE: '0', LOG_LEVEL: 'silent' },
    });
    address = /http:\/\/[\d.]+:\d+/.exec(await service.printed('年报服务已启动'))![0];
  }, 180_000);
  afterAll(async () => {
    await service.stop('SIGKILL');
    await database.destroy();
    server.kill();
    removeFolder(folder);
  });

  const headers = () => ({ Authorization: `Bearer ${token}` });

  /** Sends the same collection with the same key. */
  async function send(): Promise<{ status: number; id: string }> {
    const body = new FormData();
    body.append('layout', 'collection');
    body.append('files', new Blob([table]), '一览表.csv');
    const response = await fetch(`${address}/imports`, {
      ...{ method: 'POST', body },
      headers: { ...headers(), 'Idempotency-Key': 'once', Prefer: 'respond-async' },
    });
    return { ...((await response.json()) as { id: string }), status: response.status };
  }

  interface Run {
    readonly status: string;
    readonly reportsStored: number;
  }

  async function runOf(id: string): Promise<Run> {
    const response = await fetch(`${address}/api/v1/imports/${id}`, { headers: headers() });
    expect(response.status).toBe(200);
    return (await response.json()) as Run;
  }

  test('is ended within a minute, and the same key then imports all of it, nothing twice', async () => {
    const first = await send();
    expect(first.status).toBe(202);
    await expect
      .poll(async () => (await runOf(first.id)).reportsStored, { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(0);
    server.kill();
    // Without it nothing can be asked, and that is said.
    expect((await send()).status).toBe(503);
    server.restart();
    const back = performance.now();
    const again = async (): Promise<string> => (await send()).id;
    await expect.poll(again, { timeout: 90_000, interval: 1_000 }).not.toBe(first.id);
    expect(performance.now() - back).toBeLessThan(60_000);
    expect(await runOf(first.id)).toMatchObject({ status: 'FAILED' });
    const stored = (await runOf(first.id)).reportsStored;
    expect(stored).toBeLessThan(codes.length);
    const second = await again();
    await expect
      .poll(async () => (await runOf(second)).status, { timeout: 120_000, interval: 500 })
      .toBe('DONE');
    expect(await runOf(second)).toMatchObject({
      ...{ reportsRead: codes.length, reportsRejected: 0 },
      ...{ reportsUnchanged: stored, reportsStored: codes.length - stored },
    });
    const [versions] = await server.query('SELECT count(*)::int AS count FROM report_version');
    expect(versions).toEqual({ count: codes.length });
    expect(await verifyAudit(database.manager)).toEqual([]);
  });
});
