import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readAgain } from '../support/annotated.js';
import { nianbao } from '../support/commandLine.js';
import { sampleCsv } from '../support/sampleFiles.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-blank-'));
const file = (name: string) => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true }));

test('nianbao blank --last-year fills in what follows from that report', async () => {
  const csv = sampleCsv('甲市教育局', 2023);
  writeFileSync(file('2023.csv'), csv);
  const before = await readAgain(Buffer.from(csv), '2023.csv');
  const args = ['blank', '--agency', '甲市教育局', '--last-year', file('2023.csv'), '-o', file('2024.xlsx')];
  expect((await nianbao([...args, '--year', '2024'])).code).toBe(0);
  const blank = await readAgain(readFileSync(file('2024.xlsx')));
  expect(blank).toMatchObject({ agency: '甲市教育局', year: 2024, problems: [] });
  expect(blank.cells['requests.carriedOver.total']?.value).toBe(
    before.cells['requests.carriedForward.total']?.value,
  );
  expect(Object.values(blank.cells).filter(({ value }) => value !== null)).toHaveLength(7);

  const wrong = await nianbao([...args, '--year', '2026']);
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('需要 2025 年度的报告')]);
});
