import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nianbao } from '../support/commandLine.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-people-'));
const file = (name: string) => join(folder, name);
const run = (...args: string[]) => nianbao(args, { NIANBAO_DATA: file('data'), LOG_LEVEL: 'warn' });

beforeAll(async () => {
  writeFileSync(file('agencies.csv'), '代码,名称\r\nA1,甲市教育局\r\n');
  writeFileSync(file('people.csv'), '账号,姓名,机关代码,角色\r\nzhang,张三 <科员>,A1,\r\n');
  expect((await run('agencies', 'import', file('agencies.csv'))).code).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('nianbao people', () => {
  test('opens the first account, its password alone on standard output', async () => {
    const { code, stdout, stderr } = await run('people', 'create', 'admin', '--role', 'ADMINISTRATOR');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\S{4}-\S{4}-\S{4}\n$/)]);
    expect(stderr).toContain('首次密码');
    const again = await run('people', 'create', 'ADMIN', '--role', '管理');
    expect([again.code, again.stdout]).toEqual([1, '']);
    expect(again.stderr).toContain('PERSON_EXISTS');
  });

  test('opens accounts from a list and writes slips that only their owner reads', async () => {
    const made = await run('people', 'import', file('people.csv'), '--slips', file('slips.html'));
    expect([made.code, made.stdout]).toEqual([0, '']);
    const slips = readFileSync(file('slips.html'), 'utf8');
    expect(slips).toContain('张三 &lt;科员&gt;');
    expect(slips).toMatch(/首次密码 <b>\S{4}-\S{4}-\S{4}<\/b>/);
    expect(statSync(file('slips.html')).mode & 0o777).toBe(0o600);
  });

  test('lists, resets and closes them', async () => {
    expect((await run('people', 'reset', 'zhang')).stdout).toMatch(/^\S{4}-\S{4}-\S{4}\n$/);
    expect((await run('people', 'close', 'zhang')).stdout).toBe('已停用账号“zhang”。\n');
    const { stdout } = await run('people', 'list');
    expect(stdout.trimEnd().split('\n')).toEqual([
      'admin\tadmin\t管理（全部机关）\t还没有改首次密码',
      expect.stringMatching(/^zhang\t张三 <科员>\t填报（甲市教育局 A1）\t已于 .* 停用$/),
    ]);
  });
});
