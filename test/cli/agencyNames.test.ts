import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readAgencyFile } from '../../src/cli/readAgencyFile.js';
import { agencyCsv, agencyWorkbook } from '../../src/exports/data/agencyFiles.js';
import type { AgencyLine } from '../../src/filing/agencies/agencyTable.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-names-'));
afterAll(() => rmSync(folder, { recursive: true }));

const names = ["'=甲局", "''=甲局", '=甲局', "'甲局", '＋乙局', "'@丙局", '\u200b=丁局', '-戊局'];

async function* lines(): AsyncGenerator<AgencyLine> {
  for (const [index, name] of names.entries()) {
    const unknown = { parent: null, uscc: null, divisionCode: null, level: null, kind: null, deadline: null };
    const days = { validFrom: null, validTo: null, successor: null };
    const flags = { consolidates: false, makesRules: null };
    yield { code: `A${index}`, name, aliases: [`${name}别名`], ...unknown, ...days, ...flags };
  }
}

/** What a clerk gets back who exports the agencies and imports them again. */
async function readBack(file: string, bytes: string | Buffer): Promise<string[][]> {
  const path = join(folder, file);
  writeFileSync(path, bytes);
  return (await readAgencyFile(path)).map(({ name, aliases = [] }) => [name, ...aliases]);
}

describe('D11: the names of agencies', () => {
  const same = names.map((name) => [name, `${name}别名`]);

  test("D11: a name that begins with '= keeps its quote through CSV", async () => {
    let csv = '';
    for await (const line of agencyCsv(lines())) csv += line;
    expect(await readBack('机关.csv', csv)).toEqual(same);
    expect(readFileSync(join(folder, '机关.csv'), 'utf8')).toContain("A0,''=甲局,''=甲局别名");
  });

  test("D11: a name that begins with '= keeps its quote through a workbook", async () => {
    expect(await readBack('机关.xlsx', await agencyWorkbook(lines()))).toEqual(same);
  });
});
