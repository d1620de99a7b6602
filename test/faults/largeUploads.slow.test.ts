import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { actorNamed, administratorToken } from '../support/actors.js';
import { openTestDatabase, serverUrl, type TestDatabase } from '../support/database.js';
import { filingIn } from '../support/filing.js';
import { freePort } from '../support/servers.js';
import { wideCsv } from '../support/tables.js';

const mebibyte = 1024 * 1024;
const program = new URL('../../bin/nianbao.js', import.meta.url).pathname;

// The embedded database is in the process of the service, with all that it is given.
describe.runIf(serverUrl !== undefined)('many large uploads at once', { timeout: 600_000 }, () => {
  let folder: string;
  let database: TestDatabase;
  let service: ChildProcess;
  let port: number;
  const tokens: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-large-'));
    database = await openTestDatabase();
    await filingIn(database.dataSource).register('A1', '甲市教育局');
    for (const name of ['甲', '乙'])
      tokens.push(
        await database.dataSource.transaction(
          async (manager) => (await createToken(manager, actorNamed('测试'), administratorToken(name))).token,
        ),
      );
    port = await freePort();
    const environment = { DATABASE_URL: database.url ?? '', NIANBAO_DATA: folder, PORT: String(port) };
    service = spawn(process.execPath, [program, 'serve'], { env: { ...process.env, ...environment } });
    let printed = '';
    for (const stream of [service.stdout, service.stderr])
      stream?.on('data', (text) => (printed += String(text)));
    await vi.waitFor(() => expect(printed).toContain('年报服务已启动'), { timeout: 90_000 });
  }, 120_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => service.once('close', resolve));
    service.kill('SIGKILL');
    await ended;
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The most memory that the process of the service ever had. */
  function peak(): number {
    const status = readFileSync(`/proc/${service.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  }

  /** A report, and 105 MiB of lines in which there is nothing. Each file is another. */
  function* pieces(index: number): Generator<Buffer> {
    yield Buffer.from(
      '--x\r\nContent-Disposition: form-data; name="layout"\r\n\r\ncollection\r\n' +
        '--x\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\n',
    );
    yield Buffer.from(`${wideCsv([{ code: 'A1', year: 2024, seed: index }])}\r\n`);
    const blank = Buffer.from(`${' '.repeat(200_000)}\r\n`);
    for (let size = 0; size < 105 * mebibyte; size += blank.length) yield blank;
    yield Buffer.from('\r\n--x--\r\n');
  }

  function upload(index: number): Promise<number> {
    const headers = {
      Authorization: `Bearer ${tokens[index % 2]}`,
      'Content-Type': 'multipart/form-data; boundary=x',
    };
    return new Promise((answered, failed) => {
      const sending = request({ host: '127.0.0.1', port, path: '/imports', method: 'POST', headers });
      sending.on('response', (response) => {
        response.resume().on('end', () => answered(response.statusCode ?? 0));
      });
      sending.on('error', failed);
      Readable.from(pieces(index)).pipe(sending);
    });
  }

  test('16 of 105 MiB stay under 400 MiB together, and are all answered', async () => {
    const statuses = await Promise.all(Array.from({ length: 16 }, (_, index) => upload(index)));
    console.log(`${statuses.join(' ')}, at most ${Math.round(peak() / mebibyte)} MiB`);
    expect(statuses.filter((status) => ![200, 202, 429].includes(status))).toEqual([]);
    expect(statuses.filter((status) => status < 300).length).toBeGreaterThanOrEqual(2);
    expect(peak()).toBeLessThan(400 * mebibyte);
  });
});
