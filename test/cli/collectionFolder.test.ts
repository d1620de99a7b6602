import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeZip } from '../importers/reading/zip.js';
import { nianbao, startNianbao } from '../support/commandLine.js';
import { sampleWorkbook } from '../support/sampleFiles.js';
import { wideCsv, type TableReport } from '../support/tables.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-folder-'));
const file = (name: string) => join(folder, name);
const environment = { NIANBAO_DATA: file('data'), LOG_LEVEL: 'warn' };
const run = (...args: string[]) => nianbao(args, environment);

beforeAll(async () => {
  writeFileSync(file('agencies.csv'), '代码,名称\r\nA1,甲市教育局\r\nA2,乙市财政局\r\n');
  await run('agencies', 'import', file('agencies.csv'));
  mkdirSync(file('年报'));
  const workbook = Buffer.from(await sampleWorkbook('甲市教育局', 2024));
  writeFileSync(file('年报/各局.zip'), makeZip([{ name: '甲.xlsx', content: workbook }]));
  writeFileSync(file('年报/一览.CSV'), wideCsv([{ code: 'A2', year: 2024 }]));
  writeFileSync(file('年报/说明.pptx'), 'x');
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  test('of collections: the archives in it are imported too', async () => {
    const ended = await run('import', '--layout', 'collection', file('年报'));
    expect(ended.stdout).toContain('共 2 份报告：存入 2 份，没有改动 0 份，拒绝 0 份');
    expect(ended.code).toBe(0);
  });

  test('of reports: an archive in it is not passed over, and what to do is said', async () => {
    const ended = await run('import', '--json', file('年报'));
    const lines = ended.stdout
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toContainEqual(
      expect.objectContaining({
        file: file('年报/各局.zip'),
        problems: [
          expect.objectContaining({
            code: 'UNSUPPORTED_FORMAT',
            message: expect.stringContaining('layout=collection'),
          }),
        ],
      }),
    );
    expect(ended.code).toBe(2);
  });
});

test('Ctrl+C ends a long import in good order: what was stored stays, and the next import goes on', async () => {
  const others = Array.from({ length: 3_000 }, (_, index): TableReport => ({
    code: `X${index}`,
    year: 2023,
  }));
  writeFileSync(
    file('很大.csv'),
    wideCsv([{ code: 'A1', year: 2023 }, ...others, { code: 'A2', year: 2023 }]),
  );
  const running = startNianbao(['import', '--layout', 'collection', file('很大.csv')], environment);
  await running.printed('X3，');
  const told = running.printed('（导入编号');
  const code = await running.stop('SIGINT');
  expect(await told).toMatch(
    /已取消。此前存入 1 份，没有改动 0 份，拒绝 \d+ 份；存入的仍然有效（导入编号 [0-9a-f-]{36}）/,
  );
  expect(code).toBe(1);
  writeFileSync(
    file('其余.csv'),
    wideCsv([
      { code: 'A1', year: 2023 },
      { code: 'A2', year: 2023 },
    ]),
  );
  const next = await run('import', '--layout', 'collection', file('其余.csv'));
  expect(next.stdout).toContain('共 2 份报告：存入 1 份，没有改动 1 份，拒绝 0 份');
});
