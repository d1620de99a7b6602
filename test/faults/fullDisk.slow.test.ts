import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { nianbao } from '../support/commandLine.js';
import { freePort, hasServers } from '../support/servers.js';
import { wideCsv } from '../support/tables.js';
import { diskOf, mayMount, onSmallDisk } from './smallDisk.js';
import { startSmallServer, type SmallServer } from './smallServer.js';

const program = new URL('../../bin/nianbao.js', import.meta.url).pathname;
const kinds = hasServers && process.getuid?.() === 0 ? ['embedded', 'server'] : ['embedded'];
const sentence = /^[^\n]*磁盘[^\n]*请管理员清出空间[^\n]*$/;

describe.runIf(mayMount).each(kinds)('a full disk, %s', { timeout: 300_000 }, (kind) => {
  let folder: string;
  let disk: string;
  let service: ChildProcess;
  let server: SmallServer | null = null;
  let full: { fill(): void; free(): void };
  let address: string;
  let token: string;
  let environment: Record<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-disk-'));
    chmodSync(folder, 0o755);
    disk = join(folder, 'disk');
    mkdirSync(disk);
    environment = { NIANBAO_DATA: join(disk, 'data'), PORT: String(await freePort()), LOG_LEVEL: 'silent' };
    if (kind === 'server') {
      server = await startSmallServer(folder, disk, (command) => onSmallDisk(disk, 120, command));
      environment['DATABASE_URL'] = `postgres://nianbao@127.0.0.1:${server.port}/office`;
      environment['NIANBAO_DATA'] = join(folder, 'data');
    }
    const start = `token=$("$0" "$1" token create 测试) && echo "token=$token" && exec "$0" "$1" serve`;
    const shell = ['sh', '-ec', start, process.execPath, program];
    const [command = '', ...args] = kind === 'server' ? shell : onSmallDisk(disk, 120, shell);
    service = spawn(command, args, { env: { ...process.env, ...environment } });
    let printed = '';
    for (const stream of [service.stdout, service.stderr])
      stream?.on('data', (text) => (printed += String(text)));
    await vi.waitFor(() => expect(printed).toContain('年报服务已启动'), { timeout: 90_000 });
    address = `http://127.0.0.1:${environment['PORT']}`;
    token = /token=(\S+)/.exec(printed)?.[1] ?? '';
    full = diskOf(server?.processId ?? service.pid ?? 0, disk);
  }, 120_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => service.once('close', resolve));
    service.kill('SIGKILL');
    await ended;
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const headers = () => ({ Authorization: `Bearer ${token}` });

  async function write(code: string): Promise<{ status: number; retry: string | null; text: string }> {
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { ...headers(), 'Content-Type': 'application/json' },
      body: JSON.stringify({
        query: `mutation { agencyRegister(input: { code: "${code}", name: "${code}局" }) { agency { code } userErrors { code } } }`,
      }),
    });
    return { status: answer.status, retry: answer.headers.get('retry-after'), text: await answer.text() };
  }

  function upload(seed: number): Promise<Response> {
    const body = new FormData();
    const lines = `${wideCsv([{ code: 'D0', year: 2024, seed }])}\r\n${' '.repeat(6 * 1024 * 1024)}`;
    body.append('layout', 'collection');
    body.append('files', new Blob([lines]), '一览.csv');
    return fetch(`${address}/imports`, { method: 'POST', headers: headers(), body });
  }

  test('is said with what to do, what is there is read, and work goes on once there is room', async () => {
    expect((await write('D0')).text).toContain('"code":"D0"');
    full.fill();
    // What still fits into what the database has set aside is saved.
    const codes = Array.from({ length: 2_000 }, (_, index) => `F${index}`);
    const saved: string[] = [];
    let refused: Awaited<ReturnType<typeof write>> | null = null;
    for (const code of codes) {
      const answer = await write(code);
      if (answer.status !== 200) {
        refused = answer;
        break;
      }
      saved.push(code);
    }
    expect(refused?.status).toBe(503);
    expect(Number(refused?.retry)).toBeGreaterThan(0);
    const { errors } = JSON.parse(refused?.text ?? '') as {
      errors: { message: string; extensions: { code: string } }[];
    };
    expect(errors[0]?.extensions.code).toBe('DATABASE_FULL');
    expect(errors[0]?.message).toMatch(sentence);
    const stopped = await upload(1);
    expect(stopped.status).toBe(503);
    expect(await stopped.json()).toMatchObject({
      code: 'DATABASE_FULL',
      message: expect.stringMatching(sentence),
    });
    for (const path of ['/healthz', '/readyz', '/api/v1/agencies'])
      expect([path, (await fetch(address + path, { headers: headers() })).status]).toEqual([path, 200]);

    full.free();
    expect((await write('G0')).text).toContain('"code":"G0"');
    expect((await upload(1)).status).toBe(200);
    const kept = await fetch(`${address}/api/v1/agencies?first=200`, { headers: headers() });
    const text = await kept.text();
    for (const code of saved.slice(0, 50)) expect(text).toContain(`"${code}"`);
    const verified = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { ...headers(), 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: '{ auditVerify { intact } }' }),
    });
    expect(await verified.json()).toEqual({ data: { auditVerify: { intact: true } } });
  });
});

describe.runIf(mayMount)('a backup onto a disk that is too small', { timeout: 120_000 }, () => {
  test('ends with one sentence, and what was written of it is refused as no backup', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-disk-'));
    const environment = { NIANBAO_DATA: join(folder, 'data') };
    await nianbao(['agencies', 'import', 'examples/agencies.csv'], environment);
    const to = join(folder, 'to');
    mkdirSync(to);
    const script = `head -c 1000k /dev/zero >"$2/ballast"
      "$0" "$1" backup "$2/b" 2>&1; echo "ended with $?"
      "$0" "$1" restore "$2/b" 2>&1; echo "ended with $?"`;
    const [command = '', ...args] = onSmallDisk(to, 1, ['sh', '-c', script, process.execPath, program, to]);
    const said = execFileSync(command, args, { env: { ...process.env, ...environment }, encoding: 'utf8' });
    expect(said.split('\n')).toEqual([
      expect.stringMatching(sentence),
      'ended with 1',
      expect.stringContaining('不是完整的备份'),
      'ended with 1',
      '',
    ]);
    rmSync(folder, { recursive: true });
  });
});
