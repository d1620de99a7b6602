import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/dataSource.js';
import { migrate } from '../../src/database/migrate.js';
import { form2021 } from '../../src/forms/2021.js';
import { nianbao } from '../support/commandLine.js';
import { draftOf, validValues } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';
import { registerTree } from '../support/registerTree.js';

let folder: string;
let environment: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-summary-'));
  environment = { NIANBAO_DATA: join(folder, 'data') };
  const dataSource = await openDatabase({ folder: join(folder, 'data') });
  await migrate(dataSource);
  await registerTree(dataSource, { P: { consolidates: true }, A: { parent: 'P' }, B: { parent: 'P' } });
  await filingIn(dataSource).importDrafts([
    draftOf(form2021, validValues(form2021), { year: 2024, agency: 'A' }),
  ]);
  await dataSource.destroy();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('saves a 汇总表 in the kind its name says', async () => {
  const csv = join(folder, '汇总.csv');
  const saved = await nianbao(['summary', 'P', '2024', csv], environment);
  expect(saved).toMatchObject({ code: 0, stdout: expect.stringContaining('应报 2 个机关，有报告 1 个') });
  expect(await readFile(csv, 'utf8')).toMatch(/\r\nA,A局,2024,.*\r\n合计,,,.*\r\n$/);
  const workbook = join(folder, '汇总.xlsx');
  expect(await nianbao(['summary', 'P', '2024', workbook, '--depth', 'all'], environment)).toMatchObject({
    stderr: '',
    code: 0,
  });
  expect((await readFile(workbook)).subarray(0, 2).toString()).toBe('PK');
  const other = await nianbao(['summary', 'P', '2024', join(folder, '汇总.pdf')], environment);
  expect(other.code).not.toBe(0);
  expect(other.stderr).toContain('.xlsx 或 .csv');
});

test('saves what was worked out of the reports as documents', async () => {
  const saves = [
    ['summary', 'P', '2024'],
    ['compare', 'A', '2023', '2024'],
    ['overview', 'P', '2024', '--from', '2023', '--by', 'kind'],
  ];
  for (const [index, [name = '', ...rest]] of saves.entries()) {
    const words = rest.filter((word, at) => !word.startsWith('--') && !rest[at - 1]?.startsWith('--'));
    const options = rest.slice(words.length);
    const page = join(folder, `${index}.html`);
    const saved = await nianbao([name, ...words, page, ...options], environment);
    expect([name, saved.code, saved.stderr]).toEqual([name, 0, '']);
    expect(await readFile(page, 'utf8')).toContain('<svg');
  }
  const word = join(folder, '比较.docx');
  expect((await nianbao(['compare', 'A', '2023', '2024', word], environment)).code).toBe(0);
  expect((await readFile(word)).subarray(0, 2).toString()).toBe('PK');
  const other = await nianbao(['compare', 'A', '2023', '2024', join(folder, '比较.pdf')], environment);
  expect(other.code).not.toBe(0);
  expect(other.stderr).toContain('.docx、.html');
}, 120_000);
