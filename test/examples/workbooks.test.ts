import { readdir, readFile as readBytes } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';
import { checkFile, type ReportDocument } from '../../src/filing/judging/checkDocument.js';

const folder = new URL('../../examples/', import.meta.url);

async function documentOf(name: string): Promise<ReportDocument> {
  const draft = await readFile(await readBytes(new URL(name, folder)), name, { blanksAreZero: false });
  const { reports, problems } = checkFile(name, draft);
  expect(problems).toEqual([]);
  expect(reports).toHaveLength(1);
  return reports[0]!;
}

function filled({ cells }: ReportDocument): number {
  return Object.values(cells).filter(({ value }) => value !== null).length;
}

describe('published figures', () => {
  test.each([
    ['信阳市城市管理局2021.xlsx', '2021', 200, [], ['R-UNIT']],
    ['文峰区城市管理局2024.xlsx', '2021', 200, ['LABEL_REPAIRED'], []],
    ['固原市城市管理局2020.xlsx', '2019', 198, ['LABEL_REPAIRED', 'NUMBER_CLEANED'], []],
    ['许昌市人民政府2020.xlsx', '2019', 197, ['LABEL_LOST', 'VALUE_LOST'], ['R-COMPLETE']],
  ])('%s', async (name, form, count, problems, rules) => {
    const document = await documentOf(name);
    expect(`${document.agency}${document.year}.xlsx`).toBe(name);
    expect(document.form).toBe(form);
    expect(filled(document)).toBe(count);
    expect(document.problems.map(({ code }) => code).sort()).toEqual(problems);
    expect(document.findings.map(({ rule }) => rule)).toEqual(rules);
  });

  test('in Xuchang’s （五）1 the total is lost, and （四）1 is found without its label', async () => {
    const { cells } = await documentOf('许昌市人民政府2020.xlsx');
    expect(cells['requests.petitionOrComplaint.total']?.value).toBeNull();
    expect(cells['requests.notHeld.naturalPerson']?.value).toBe('92');
    expect(cells['requests.notHeld.total']?.value).toBe('93');
  });
});

const rules = ['R-BALANCE', 'R-OUTCOMES', 'R-APPLICANTS', 'R-REMEDIES', 'R-COUNT', 'R-MONEY', 'R-FORM-YEAR'];

describe.each(rules)('%s', (rule) => {
  test('the right one has nothing to report', async () => {
    const { findings, problems } = await documentOf(`rules/${rule}-正确.xlsx`);
    expect([findings, problems]).toEqual([[], []]);
  });

  test('the wrong one breaks this rule alone', async () => {
    const { findings, problems } = await documentOf(`rules/${rule}-错误.xlsx`);
    expect(problems).toEqual([]);
    expect([...new Set(findings.map((finding) => `${finding.rule} ${finding.severity}`))]).toEqual([
      `${rule} error`,
    ]);
  });
});

test('every rule has its pair and nothing else is there', async () => {
  const names = await readdir(new URL('rules/', folder));
  expect(names.sort()).toEqual(rules.flatMap((rule) => [`${rule}-正确.xlsx`, `${rule}-错误.xlsx`]).sort());
});
