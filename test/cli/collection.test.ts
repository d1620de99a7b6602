import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nianbao } from '../support/commandLine.js';
import { wideCsv } from '../support/tables.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-collection-'));
const file = (name: string) => join(folder, name);
const environment = { NIANBAO_DATA: file('data'), LOG_LEVEL: 'warn' };
const run = (...args: string[]) => nianbao(args, environment);

beforeAll(async () => {
  writeFileSync(file('agencies.csv'), '代码,名称\r\nA1,甲市教育局\r\nA2,乙市财政局\r\n');
  await run('agencies', 'import', file('agencies.csv'));
  const reports = [
    { code: 'A1', name: '甲市教育局', year: 2024 },
    { name: '乙市财正局', year: 2024 },
    { name: '乙市财政局', year: 2024 },
  ];
  writeFileSync(file('一览表.csv'), wideCsv(reports));
});

afterAll(() => rmSync(folder, { recursive: true }));

test('a table with many reports is imported, what is refused is told with its place', async () => {
  const ended = await run('import', '--layout', 'collection', file('一览表.csv'));
  expect(ended.stdout).toContain('共 3 份报告：存入 2 份，没有改动 0 份，拒绝 1 份');
  expect(ended.stdout).toContain('B3，乙市财正局，2024 年度，拒绝');
  expect(ended.stdout).toContain('名称最接近的有：乙市财政局（A2）');
  expect(ended.code).toBe(1);
});

test('check looks at each report of a table by itself, without a database', async () => {
  const ended = await run('check', '--layout', 'collection', file('一览表.csv'));
  expect(ended.stdout.match(/读出 200\/200 格/g)).toHaveLength(3);
  expect(ended.stdout).toContain('甲市教育局，2024 年度，2021 格式');
  const nothing = await run('check', '--layout', 'collection', file('agencies.csv'));
  expect(nothing.stdout).toContain('NO_FORM_FOUND');
});

test('with --json a line a file, and a file that is not there blocks nothing', async () => {
  const ended = await run('import', '--layout', 'collection', '--json', file('无.csv'), file('一览表.csv'));
  const lines = ended.stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toMatchObject([
    { file: file('无.csv'), status: 'REJECTED', problems: [{ code: 'UNREADABLE' }] },
    { reportCount: 3, reports: [{ status: 'UNCHANGED' }, { status: 'REJECTED' }, { status: 'UNCHANGED' }] },
  ]);
  expect(ended.code).toBe(2);
});
