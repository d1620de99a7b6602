import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { serverLimits } from '../../src/server/serverLimits.js';
import { actorNamed, administratorToken } from '../support/actors.js';
import { at, json, startTestServer, type TestServer } from '../support/server.js';
import { wideCsv } from '../support/tables.js';

let folder: string;
let service: TestServer;
let other: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-uploads-'));
  const bodyRate = { bytesPerSecond: 1_024, windowMilliseconds: 1_000 };
  service = await startTestServer({}, { uploadFolder: folder, bodyRate });
  await service.register('A1', '甲市教育局');
  ({ token: other } = await service.database.transaction((manager) =>
    createToken(manager, actorNamed('测试'), administratorToken('另一个')),
  ));
});
afterAll(async () => {
  await service.close();
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

interface SlowClient {
  readonly socket: Socket;
  /** All that was answered, once the connection is closed. */
  readonly answer: Promise<string>;
}

/** Says that a body will come, and sends what is given of it. */
function begin(
  sent: string,
  { length = '100000', type = 'multipart/form-data; boundary=x', path = '/imports' } = {},
): SlowClient {
  const { hostname, port } = new URL(service.address);
  const socket = connect(Number(port), hostname);
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${hostname}`,
    `Authorization: Bearer ${service.token}`,
    `Content-Type: ${type}`,
    `Content-Length: ${length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${sent}`);
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString()));
  const answer = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(text)).on('error', () => socket.destroy());
  });
  return { socket, answer };
}

const beginning = '--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n甲';

/** Keeps a client just fast enough. */
function trickle({ socket }: SlowClient): () => void {
  const timer = setInterval(() => socket.write('x'.repeat(600)), 200);
  return () => clearInterval(timer);
}

function uploadAs(token: string, bytes: string, key = '') {
  const body = new FormData();
  body.append('layout', 'collection');
  body.append('files', new Blob([bytes]), '一览.csv');
  const headers = { Authorization: `Bearer ${token}`, ...(key && { 'Idempotency-Key': key }) };
  return service.fetch('/imports', { method: 'POST', headers, body });
}

const filesOnDisk = () =>
  readdirSync(folder).flatMap((name) =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)) : [],
  );

describe('a body that comes slowly', { timeout: 30_000 }, () => {
  test.each([
    ['/imports', 'multipart/form-data; boundary=x', beginning],
    ['/ledgers', 'multipart/form-data; boundary=x', beginning],
    ['/graphql', 'application/json', '{"query":'],
  ])('is given up: %s', async (path, type, sent) => {
    const answer = await begin(sent, { path, type }).answer;
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/TOO_SLOW.*内容来得太慢/);
  });

  test('keeps nobody out, however many one clerk sends: a place is taken when a body has come', async () => {
    const slow = Array.from({ length: serverLimits.comingUploads }, () => begin(beginning));
    const stops = slow.map(trickle);
    const bytes = wideCsv([{ code: 'A1', year: 2024 }]);
    // Whoever sends no more than a share is told so, and no other.
    await expect.poll(async () => (await uploadAs(service.token, bytes)).status).toBe(429);
    const stored = json(await uploadAs(other, bytes));
    expect(at(stored, 'files', 0, 'status')).toBe('STORED');
    for (const stop of stops) stop();
    for (const { socket } of slow) socket.destroy();
    await Promise.all(slow.map(({ answer }) => answer));
    await expect.poll(async () => (await uploadAs(service.token, bytes)).status).toBe(200);
  });
});

describe('what the header of a request tells', () => {
  test('is judged before any of the body has come', async () => {
    const client = begin('', { length: String(300 * 1024 * 1024) });
    const said = await new Promise<string>((resolve) =>
      client.socket.on('data', (chunk) => resolve(chunk.toString())),
    );
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    client.socket.destroy();
    const key = await uploadAs(service.token, '甲', 'x'.repeat(300));
    expect([key.status, at(json(key), 'code')]).toEqual([400, 'INVALID_REQUEST']);
  });
});

describe('a large upload', { timeout: 60_000 }, () => {
  test('lies on disk, readable for nobody else, and is kept byte for byte', async () => {
    const large = `${wideCsv([{ code: 'A1', year: 2023 }])}${'\r\n'.repeat(2_500_000)}`;
    const uploading = uploadAs(other, large);
    await expect.poll(filesOnDisk, { timeout: 20_000, interval: 5 }).toHaveLength(1);
    const answer = json(await uploading);
    const path = `/imports/${String(at(answer, 'id'))}/0`;
    // It may be stored after the answer.
    await expect.poll(async () => (await service.fetch(path)).status, { timeout: 30_000 }).toBe(200);
    expect((await service.fetch(path)).text === large).toBe(true);
    await expect.poll(filesOnDisk, { timeout: 30_000 }).toEqual([]);
  });

  test('that breaks off leaves nothing', async () => {
    const client = begin(`${beginning}${'x'.repeat(3_000_000)}`, { length: '9000000' });
    await expect.poll(filesOnDisk, { timeout: 20_000 }).toHaveLength(1);
    client.socket.destroy();
    await expect.poll(filesOnDisk, { timeout: 20_000 }).toEqual([]);
  });
});
