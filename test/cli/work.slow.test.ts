import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nianbao, startNianbao } from '../support/commandLine.js';
import { sampleCsv, sampleWorkbook } from '../support/sampleFiles.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-work-'));
const file = (name: string) => join(folder, name);
const environment = { NIANBAO_DATA: file('data'), LOG_LEVEL: 'warn' };
const run = (...args: string[]) => nianbao(args, environment);

beforeAll(async () => {
  writeFileSync(
    file('agencies.csv'),
    '代码,名称,别名\r\nA1,甲市教育局,甲教育局；市教育局\r\nA2,乙市财政局,\r\n',
  );
  writeFileSync(file('1.xlsx'), await sampleWorkbook('甲市教育局', 2024));
  writeFileSync(file('2.csv'), sampleCsv('乙市财政局', 2024));
  writeFileSync(file('3.txt'), '会议通知');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the command line on one data folder', () => {
  test('agencies are registered from a file, once', async () => {
    expect((await run('agencies', 'import', file('agencies.csv'))).stdout).toContain('登记了 2 个机关');
    expect((await run('agencies', 'import', file('agencies.csv'))).stdout).toContain('2 个早已登记');
    expect((await run('agencies', 'list')).stdout).toBe(
      'A1\t甲市教育局\t甲教育局；市教育局\nA2\t乙市财政局\t\n',
    );
  });

  test('a file of agencies that cannot be right is refused as a whole', async () => {
    writeFileSync(file('other.csv'), 'code,name\nA1,别的局\nA3,丙局\n');
    const ended = await run('agencies', 'import', file('other.csv'));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('AGENCY_EXISTS');
    expect((await run('agencies', 'list')).stdout).not.toContain('A3');
    writeFileSync(file('columns.csv'), '编号,单位\n1,2\n');
    expect((await run('agencies', 'import', file('columns.csv'))).stderr).toContain('“代码”和“名称”');
  });

  test('files are imported, then unchanged; a bad one blocks nothing', async () => {
    const dry = await run('import', '--dry-run', file('1.xlsx'));
    expect([dry.code, dry.stdout]).toEqual([0, expect.stringContaining('没有保存')]);
    const first = await run('import', file('1.xlsx'), file('3.txt'), file('2.csv'), file('nowhere'));
    expect(first.code).toBe(2);
    expect(first.stdout).toContain('存入 2 个，没有改动 0 个，拒绝 2 个');
    const again = await run('import', '--json', file('1.xlsx'), file('2.csv'));
    expect(again.code).toBe(0);
    const statuses = again.stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { status: string }).status);
    expect(statuses).toEqual(['UNCHANGED', 'UNCHANGED']);
  });

  test('one report in two batches of a command is stored once', async () => {
    const names = Array.from({ length: 60 }, (_, index) => file(`many-${index}.csv`));
    for (const [index, name] of names.entries())
      writeFileSync(
        name,
        index === 0 || index === 55 ? sampleCsv('甲市教育局', 2021, {}, index + 1) : '会议通知',
      );
    const ended = await run('import', '--json', ...names);
    const outcomes = ended.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { status: string; problems: { code: string }[] });
    expect([outcomes[0]?.status, outcomes[55]?.status]).toEqual(['STORED', 'REJECTED']);
    expect(outcomes[55]?.problems.map(({ code }) => code)).toEqual(['DUPLICATE_REPORT']);
  });

  test('one report in two formats, in two batches of a command, is told and stored once', async () => {
    const names = Array.from({ length: 52 }, (_, index) =>
      file(`both-${index}.${index === 51 ? 'txt' : 'csv'}`),
    );
    const numbers = sampleCsv('甲市教育局', 2022, {}, 1);
    for (const [index, name] of names.entries())
      writeFileSync(name, index === 0 || index === 51 ? numbers : '会议通知');
    const ended = await run('import', '--json', ...names);
    const outcomes = ended.stdout
      .trimEnd()
      .split('\n')
      .map(
        (line) =>
          JSON.parse(line) as {
            status: string;
            reports: { problems: { code: string }[]; version: number }[];
          },
      );
    expect([outcomes[0]?.status, outcomes[51]?.status]).toEqual(['STORED', 'UNCHANGED']);
    expect(outcomes[51]?.reports.map(({ version }) => version)).toEqual([1]);
    expect(outcomes[51]?.reports[0]?.problems.map(({ code }) => code)).toContain('SAME_REPORT');
  });

  test('a report is exported, and what was exported is UNCHANGED', async () => {
    for (const format of ['xlsx', 'csv', 'json']) {
      const path = file(`out.${format}`);
      expect((await run('export', 'A1', '2024', '--format', format, '-o', path)).code).toBe(0);
      expect((await run('import', '--json', path)).stdout).toContain('"status":"UNCHANGED"');
    }
    expect((await run('export', 'A1', '1999')).stderr).toContain('REPORT_NOT_FOUND');
  });

  test('a re-check says that reports just checked are not due', async () => {
    const ended = await run('recheck', '--year', '2024', '--agency', 'A1');
    expect([ended.code, ended.stdout]).toEqual([0, '没有应当重新核对的报告。\n']);
  });

  test('a blank workbook needs no database', async () => {
    const path = file('blank.xlsx');
    const ended = await nianbao(['blank', '--year', '2024', '--agency', '甲市教育局', '-o', path], {
      DATABASE_URL: 'postgres://nowhere/x',
    });
    expect(ended.stdout).toContain('2021 格式');
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK');
  });

  test('tokens are made, listed without themselves, and revoked', async () => {
    const { stdout } = await run('token', 'create', '张三');
    const token = stdout.trim();
    expect(token).toMatch(/^nb_[\w-]{43}$/);
    const list = (await run('token', 'list')).stdout;
    expect(list).toContain('张三');
    expect(list).not.toContain(token);
    expect((await run('token', 'create', '张三')).stderr).toContain('TOKEN_EXISTS');
    expect((await run('token', 'revoke', '张三')).stdout).toContain('已撤销');
    expect((await run('token', 'revoke', '李四')).code).toBe(1);
  });

  test('the audit trail is verified, against printed heads too', async () => {
    const verified = await run('audit', 'verify');
    expect(verified.code).toBe(0);
    expect(verified.stdout).toContain('留痕完好');
    const heads = (await run('audit', 'head')).stdout.trimEnd().split('\n');
    expect(heads.length).toBeGreaterThan(1);
    expect((await run('audit', 'verify', '--head', heads[0] ?? '')).code).toBe(0);
    const [chain = '', length = ''] = (heads[0] ?? '').split(':');
    const longer = `${chain}:${Number(length) + 1}:${'0'.repeat(64)}`;
    const cut = await run('audit', 'verify', '--head', longer);
    expect([cut.code, cut.stdout]).toEqual([1, expect.stringContaining('CUT_OFF')]);
  });
});

describe('nianbao serve', () => {
  test('serves until it is told to stop, keeps others out of its folder, and ends in good order', async () => {
    const token = (await run('token', 'create', '服务')).stdout.trim();
    const port = String(await freePort());
    const service = startNianbao(['serve'], { ...environment, PORT: port });
    await service.printed('年报服务已启动');
    const answer = await fetch(`http://127.0.0.1:${port}/reports/A1/2024.json`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    const second = await run('token', 'list');
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('正由另一个进程')]);
    expect(await service.stop('SIGTERM')).toBe(0);
    expect(existsSync(file('data/nianbao.lock'))).toBe(false);
  });

  test('says so when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => taken.once('listening', listening));
    const { port } = taken.address() as AddressInfo;
    const ended = await nianbao(['serve'], { ...environment, PORT: String(port) });
    taken.close();
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`端口 ${port} 已被占用`);
  });

  test.each([
    [{ PORT: 'x' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://127.0.0.1:1/x' }, '连不上'],
  ])('%j is explained', async (more, message) => {
    const ended = await nianbao(['serve'], { ...environment, ...more });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(message);
    expect(ended.stderr).not.toContain('    at ');
  });
});

describe('nianbao demo', () => {
  test('works, and works again', async () => {
    for (let run = 0; run < 2; run += 1) {
      const port = String(await freePort());
      const demo = startNianbao(['demo'], { NIANBAO_DATA: file('demo'), PORT: port });
      const printed = await demo.printed('按 Ctrl+C 停止');
      const [token = ''] = /nb_[\w-]{43}/.exec(printed) ?? [];
      const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
          query: '{ reports { totalCount } progress(agency: "90", year: 2024) { total } }',
        }),
      });
      expect(await answer.json()).toEqual({ data: { reports: { totalCount: 4 }, progress: { total: 7 } } });
      expect(printed).toContain('年报服务已启动。已有 4 份示例报告。\n');
      // Passwords are drawn with the accounts and are kept nowhere: only the first start can say them.
      const drawn = [...printed.matchAll(/(\w+) {2}首次密码 (\S+)（/g)];
      expect(drawn.map(([, name]) => name)).toEqual(run === 0 ? ['tianbao', 'shenhe', 'guanli'] : []);
      expect(printed).toContain('npx nianbao people reset');
      for (const [, name, password] of drawn) {
        const signedIn = await fetch(`http://127.0.0.1:${port}/session`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ name, password }),
        });
        expect(await signedIn.json()).toMatchObject({ name, passwordChangeRequired: true });
      }
      expect(await demo.stop('SIGINT')).toBe(0);
    }
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
