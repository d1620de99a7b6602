import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOf } from '../../src/cells.js';
import { formForYear } from '../../src/forms/index.js';
import { nianbao } from '../support/commandLine.js';
import { sampleCsv, sampleWorkbook } from '../support/sampleFiles.js';
import { at, type Json } from '../support/server.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-check-'));
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  writeFileSync(file('good.xlsx'), await sampleWorkbook('甲市教育局', 2024));
  writeFileSync(file('wrong.csv'), sampleCsv('乙市财政局', 2023, { 'requests.received.total': '7' }));
  writeFileSync(file('letters.csv'), sampleCsv('乙市财政局', 2023).replace(/\d+(?=\r\n)/, '12abc'));
  writeFileSync(file('blank.csv'), sampleCsv('丙县政府', 2022, { 'documents.rules.issued': null }));
  writeFileSync(file('empty.xlsx'), '');
  writeFileSync(file('notice.txt'), '会议通知：明天上午九点开会。');
  mkdirSync(file('folder.xlsx'));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function documents(args: readonly string[]): Promise<{ code: number | null; lines: Json[] }> {
  const { code, stdout } = await nianbao(['check', '--json', ...args]);
  return {
    code,
    lines: stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Json),
  };
}

describe('nianbao check', () => {
  test('--json gives a document a line, in the order given, whatever happens', async () => {
    const given = ['nowhere.csv', 'good.xlsx', 'empty.xlsx', 'wrong.csv', 'folder.xlsx', 'notice.txt'].map(
      file,
    );
    const { code, lines } = await documents(given);
    expect(lines.map((line) => at(line, 'file'))).toEqual(given);
    expect(lines.map((line) => at(line, 'problems', 0, 'code') ?? null)).toEqual([
      ...['UNREADABLE', null, 'UNREADABLE', null, 'UNREADABLE', 'NO_FORM_FOUND'],
    ]);
    expect(code).toBe(2);
  });

  test('a document has the shape of the contract', async () => {
    const { lines } = await documents([file('wrong.csv')]);
    expect(Object.keys(lines[0] as object)).toEqual(['file', 'format', 'encoding', 'problems', 'reports']);
    const report = at(lines[0], 'reports', 0);
    expect(Object.keys(report as object)).toEqual([
      ...['form', 'year', 'agency', 'cells', 'problems', 'findings', 'repairs'],
    ]);
    expect(report).toMatchObject({
      form: '2021',
      year: 2023,
      agency: '乙市财政局',
      repairs: expect.any(Array),
    });
    expect(Object.keys(at(report, 'cells') as object)).toEqual(
      cellsOf(formForYear(2023)!).map(({ key }) => key),
    );
    expect(at(report, 'cells', 'requests.received.total')).toEqual({
      value: '7',
      raw: '7',
      at: expect.stringMatching(/^[A-Z]+\d+$/),
    });
    expect(at(report, 'findings', 0)).toEqual({
      rule: 'R-BALANCE',
      severity: 'error',
      cells: expect.arrayContaining(['requests.received.total']),
      left: expect.stringMatching(/^\d+$/),
      right: expect.stringMatching(/^\d+$/),
      difference: expect.stringMatching(/^-?\d+$/),
      message: expect.stringContaining('总计'),
    });
  });

  test.each<[string, string[], number]>([
    ['a correct report', ['good.xlsx'], 0],
    ['a blank cell, to be explained', ['blank.csv'], 0],
    ['a broken sum', ['wrong.csv'], 1],
    ['letters in a count', ['letters.csv'], 1],
    ['a text that is no report', ['notice.txt'], 1],
    ['a file that is not there', ['nowhere.csv'], 2],
    ['a folder', ['folder.xlsx'], 2],
    ['an empty file', ['empty.xlsx'], 2],
    ['the worst counts', ['empty.xlsx', 'wrong.csv', 'good.xlsx'], 2],
  ])('%s: %j ends with %i', async (_name, names, code) => {
    const ended = await nianbao(['check', ...names.map(file)]);
    expect(ended.code).toBe(code);
    expect(ended.stdout).toMatch(/共 \d+ 个文件/);
  });

  test('year, agency and blanks that are zero can be said', async () => {
    const { lines } = await documents([
      ...[file('blank.csv'), '--year', '2022', '--agency', '某局', '--blanks-are-zero'],
    ]);
    expect(at(lines[0], 'reports', 0)).toMatchObject({ year: 2022, agency: '某局' });
    expect(at(lines[0], 'reports', 0, 'cells', 'documents.rules.issued', 'value')).toBe('0');
  });

  test('hundreds of files, more than are read ahead', async () => {
    const names = Array.from({ length: 150 }, (_, index) =>
      file(index % 3 === 0 ? 'wrong.csv' : 'blank.csv'),
    );
    const { code, lines } = await documents(names);
    expect(lines.map((line) => at(line, 'file'))).toEqual(names);
    expect(code).toBe(1);
  });

  test('no progress bar where there is no terminal', async () => {
    expect((await nianbao(['check', file('good.xlsx'), file('wrong.csv')])).stderr).toBe('');
  });

  test.each([
    [['check'], /缺少参数/],
    [['check', '--nothing', 'x'], /不认识选项/],
    [['check', '--year', 'x', 'y'], /四位数的年份/],
    [['nothing'], /不认识命令/],
  ])('%j is explained in Chinese', async (args, message) => {
    const ended = await nianbao(args);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(message);
    expect(ended.stderr).not.toContain('error:');
  });

  test.each([
    ...[
      'serve',
      'migrate',
      'check',
      'import',
      'blank',
      'export',
      'token',
      'agencies',
      'audit',
      'recheck',
      'demo',
    ],
  ])('%s --help is in Chinese', async (command) => {
    const { code, stdout } = await nianbao([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^用法：/);
    expect(stdout).not.toMatch(/Usage|Options|Arguments|default|display help/);
  });
});
