import { entriesOf } from '../../../src/cells.js';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCollection } from '../../../importers/collection/readCollection.js';
import type { ReportDraft } from '../../../importers/draft/draft.js';
import type { Problem } from '../../../src/problems/problem.js';

const { numbers } = JSON.parse(
  readFileSync(new URL('../../fixtures/neverWrong/expected.json', import.meta.url), 'utf8'),
) as { readonly numbers: Readonly<Record<string, string>> };

/** Written by openpyxl, LibreOffice and Python: see makeTables.py. */
test.each(['openpyxl.xlsx', 'libreOffice.ods', 'libreOffice.xls', 'python.csv', 'quoted.csv', 'caret.csv'])(
  '%s: a report for each office, and none for sums and signatures',
  async (name) => {
    const bytes = readFileSync(new URL(`../../fixtures/tables/${name}`, import.meta.url));
    const reports: ReportDraft[] = [];
    const problems: Problem[] = [];
    for await (const part of readCollection(bytes, name, { blanksAreZero: false, layout: 'collection' })) {
      if (part.kind !== 'reports') continue;
      reports.push(...part.reports);
      problems.push(...part.problems);
    }
    expect(reports.map(({ agencyCode, agency, year }) => [agencyCode, agency, year])).toEqual([
      ['113412000031234567', '某县住房局', 2024],
      ['113412000031234575', '某县水利局', 2024],
      ['113412000031234583', '某县教育局', 2024],
    ]);
    reports.forEach(({ cells }, index) => {
      const differing = entriesOf(numbers).filter(([key, number]) => {
        const wanted = key.startsWith('fees') ? number : String(Number(number) + index);
        return cells[key]?.value !== wanted;
      });
      expect(differing).toEqual([]);
    });
    expect(problems.map(({ code }) => code).sort()).toEqual([
      'NOTE_ROW',
      'NOTE_ROW',
      'TOTAL_ROW',
      'TOTAL_ROW',
      'TOTAL_ROW',
    ]);
  },
);
