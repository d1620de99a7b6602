import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nianbao } from '../support/commandLine.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-rights-'));
const run = (...args: string[]) => nianbao(args, { NIANBAO_DATA: join(folder, 'data'), LOG_LEVEL: 'warn' });

beforeAll(async () => {
  const agencies = join(folder, 'agencies.csv');
  writeFileSync(agencies, '代码,名称,别名\r\nA1,甲市教育局,\r\n');
  expect((await run('agencies', 'import', agencies)).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('nianbao token', () => {
  test('says what a token may do; without options everything', async () => {
    const everything = await run('token', 'create', '总管');
    expect(everything.stdout).toMatch(/^nb_[\w-]{43}\n$/);
    expect(everything.stderr).toContain('角色 管理，范围 全部机关，到撤销为止');
    const limited = await run(
      ...['token', 'create', '甲局填报', '--role', 'filer', '--scope', 'A1', '--expires', '2999-03-31'],
    );
    expect(limited.stderr).toContain('角色 填报，范围 甲市教育局（A1）及其下级，到 2999-03-31 23:59:59 为止');
    const { stdout } = await run('token', 'list');
    expect(stdout.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^总管\t.*\t有效\t角色 管理/),
      expect.stringMatching(/^甲局填报\t.*\t有效\t角色 填报/),
    ]);
  });

  test.each([
    [['--role', 'boss'], 'FILER、REVIEWER、PUBLISHER、AUDITOR、ADMINISTRATOR、READER', 2],
    [['--expires', '2025-02-30'], '应为日期', 2],
    [['--expires', '2001-01-01'], '有效期已过', 1],
    [['--scope', 'A9'], 'AGENCY_UNKNOWN', 1],
  ])('refuses %j', async (options, message, code) => {
    const ended = await run('token', 'create', '另一个', ...options);
    expect([ended.code, ended.stdout]).toEqual([code, '']);
    expect(ended.stderr).toContain(message);
  });
});

describe('nianbao audit export', () => {
  test('prints the trail as CSV, filtered', async () => {
    const { stdout, code } = await run('audit', 'export', '--agency', 'A1');
    const lines = stdout.trimEnd().split('\r\n');
    expect([code, lines.length]).toEqual([0, 3]);
    expect(lines[0]).toMatch(/^\uFEFF时间,操作人,/);
    expect(lines[1]).toContain('发放了令牌,TOKEN_CREATED,A1,甲市教育局');
    expect(lines[2]).toContain('登记了机关,AGENCY_REGISTERED,A1,甲市教育局');
    expect((await run('audit', 'export', '--action', 'REFUSED')).stdout.trimEnd().split('\r\n')).toHaveLength(
      1,
    );
    const wrong = await run('audit', 'export', '--from', '昨天');
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('INVALID_REQUEST')]);
  });
});
