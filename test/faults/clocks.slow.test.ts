import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nianbao, startNianbao, type Running } from '../support/commandLine.js';
import { openTestDatabase, serverUrl, type TestDatabase } from '../support/database.js';
import { spinning } from '../support/spinning.js';

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';

/** A process whose clock is so far off; how long something takes it measures rightly. */
function clockOff(offset: string): Record<string, string> {
  return { LD_PRELOAD: library, FAKETIME: offset, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
}

describe.runIf(existsSync(library))('clocks that are wrong', { timeout: 180_000 }, () => {
  let folder: string;
  let database: TestDatabase | null = null;
  let environment: Record<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-clocks-'));
    environment = { NIANBAO_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' };
    if (serverUrl === undefined) return;
    database = await openTestDatabase();
    environment['DATABASE_URL'] = database.url ?? '';
  });
  afterAll(async () => {
    await database?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = async (args: readonly string[], off: Record<string, string> = {}): Promise<string> => {
    const { code, stdout, stderr } = await nianbao(args, { ...environment, ...off });
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('Error')]);
    return stdout;
  };

  test('one that ran back: no entry is earlier than the one before it, and the check says when', async () => {
    await run(['token', 'create', '先']);
    await run(['token', 'create', '后'], clockOff('-3d'));
    await run(['token', 'create', '再后']);
    const exported = await run(['audit', 'export', '--action', 'TOKEN_CREATED']);
    const times = [...exported.matchAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/g)].map(([time]) => time);
    expect(times.length).toBe(3);
    expect(times).toEqual([...times].sort().reverse());
    const verified = await run(['audit', 'verify']);
    expect(verified).toMatch(/时钟倒退：.*第 2 条/);
    expect(verified).toContain('留痕完好。');
  });

  describe.runIf(serverUrl !== undefined)('of two servers', () => {
    const services: Running[] = [];
    afterAll(() => Promise.all(services.map((service) => service.stop('SIGKILL'))));

    async function serve(off: string): Promise<string> {
      const service = startNianbao(['serve', '--port', '0'], { ...environment, ...clockOff(off) });
      services.push(service);
      return /http:\/\/[\d.]+:\d+/.exec(await service.printed('年报服务已启动'))![0];
    }

    test('neither ends what the other works on, whichever is ahead', async () => {
      const token = /(\S+)\s*$/.exec(await run(['token', 'create', '汇集']))![1]!;
      const [early, late] = await Promise.all([serve('-2h'), serve('+2h')]);
      const send = async (address: string, key: string): Promise<{ id: string; status: string }> => {
        const body = new FormData();
        body.append('layout', 'collection');
        body.append('files', new Blob([new Uint8Array(spinning())]), '大.ods');
        const headers = {
          ...{ Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
          Prefer: 'respond-async',
        };
        const response = await fetch(`${address}/imports`, { method: 'POST', headers, body });
        return (await response.json()) as { id: string; status: string };
      };
      for (const [one, other] of [
        [early!, late!],
        [late!, early!],
      ] as const) {
        const begun = await send(one, one);
        expect(begun.status).toBe('RUNNING');
        // Whoever is sent the same again ends first what nobody works on any more.
        expect(await send(other, one)).toMatchObject({ id: begun.id, status: 'RUNNING' });
      }
    });
  });
});
