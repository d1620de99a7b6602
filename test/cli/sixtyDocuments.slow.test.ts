import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentPdf } from '../../src/exports/documents/documentPdf.js';
import { documentPage } from '../../src/exports/documents/documentHtml.js';
import { documentWord } from '../../src/exports/documents/documentWord.js';
import { printDocument } from '../../src/exports/documents/printedDocument.js';
import { printedReports } from '../fixtures/documents/printedReport.js';
import { makeZip } from '../importers/reading/zip.js';
import { nianbao } from '../support/commandLine.js';
import { exportedReport } from '../support/exportedReports.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-sixty-'));
const file = (name: string) => join(folder, name);
const environment = { NIANBAO_DATA: file('data'), LOG_LEVEL: 'warn' };
const names = Array.from({ length: 60 }, (_, index) => `甲市第${index + 1}局`);

const outcomesIn = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map(
      (
        line,
      ): {
        file: string;
        status: string;
        problems: { code: string }[];
        reports: { problems: { code: string }[] }[];
      } => JSON.parse(line),
    );

beforeAll(async () => {
  const rows = names.map((name, index) => `A${index + 1},${name}\r\n`).join('');
  writeFileSync(file('agencies.csv'), `代码,名称\r\n${rows}`);
  await nianbao(['agencies', 'import', file('agencies.csv')], environment);
  mkdirSync(file('年报'));
  for (const [index, name] of names.entries()) {
    const printed = { ...printedReports[index % printedReports.length]!, agency: name };
    const document = printDocument(exportedReport(printed), { kind: 'draft', version: 1 });
    writeFileSync(file(`年报/${name}.docx`), await documentWord(document));
    if (index < 4) writeFileSync(file(`年报/${name}.pdf`), await documentPdf(document));
    if (index === 0) writeFileSync(file(`年报/${name}.html`), documentPage(document));
  }
  const content = names.map((name) => ({
    name: `${name}.docx`,
    content: readFileSync(file(`年报/${name}.docx`)),
  }));
  writeFileSync(file('年报.zip'), makeZip(content));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

test('a folder of sixty documents is checked and imported as a whole, and one report in two formats is one', async () => {
  const checked = await nianbao(['check', file('年报')]);
  expect(checked.stdout).toContain('共 65 个文件：');
  expect(checked.stdout).toContain('，0 个打不开。');

  const outcomes = outcomesIn((await nianbao(['import', '--json', file('年报')], environment)).stdout);
  const count = (status: string) => outcomes.filter((outcome) => outcome.status === status).length;
  expect([count('STORED'), count('UNCHANGED'), outcomes.length]).toEqual([60, 5, 65]);
  const others = outcomes.filter(({ status }) => status === 'UNCHANGED');
  expect(others.map(({ reports }) => reports[0]?.problems.map(({ code }) => code))).toEqual(
    others.map(() => ['SAME_REPORT']),
  );
}, 240_000);

test('the same sixty in a zip, once more, change nothing', async () => {
  const again = await nianbao(['import', '--layout', 'collection', file('年报.zip')], environment);
  expect(again.stdout).toContain('共 60 份报告：存入 0 份，没有改动 60 份，拒绝 0 份');
}, 120_000);
