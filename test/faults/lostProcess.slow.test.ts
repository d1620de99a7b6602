import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nianbao, startNianbao, type Running } from '../support/commandLine.js';
import { spinning } from '../support/spinning.js';

let folder: string;
let environment: Record<string, string>;
let token: string;
let service: Running | null = null;
let address: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-lost-'));
  environment = { NIANBAO_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' };
  token = (await nianbao(['token', 'create', '测试'], environment)).stdout.trim();
}, 120_000);
afterAll(async () => {
  await service?.stop('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

async function serve(): Promise<void> {
  service = startNianbao(['serve', '--port', '0'], environment);
  const printed = await service.printed('年报服务已启动');
  address = /http:\/\/[\d.]+:\d+/.exec(printed)![0];
}

/** Sends the same collection with the same key, and is told the number of its import. */
async function send(): Promise<{ id: string; status: string }> {
  const body = new FormData();
  body.append('layout', 'collection');
  body.append('files', new Blob([new Uint8Array(spinning())]), '大.ods');
  const headers = {
    Authorization: `Bearer ${token}`,
    'Idempotency-Key': 'once',
    Prefer: 'respond-async',
  };
  const response = await fetch(`${address}/imports`, { method: 'POST', headers, body });
  return (await response.json()) as { id: string; status: string };
}

test('an import that lost its process is ended within a minute, and the same key then imports', async () => {
  await serve();
  const first = await send();
  expect(first.status).toBe('RUNNING');
  await service?.stop('SIGKILL');
  const killed = performance.now();
  await serve();
  const again = async (): Promise<boolean> => (await send()).id !== first.id;
  await expect.poll(again, { timeout: 90_000, interval: 2_000 }).toBe(true);
  expect(performance.now() - killed).toBeLessThan(60_000);
  const response = await fetch(`${address}/api/v1/imports/${first.id}`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(await response.json()).toMatchObject({ status: 'FAILED' });
}, 180_000);
