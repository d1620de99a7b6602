import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { ReportDraft } from '../../../importers/draft/draft.js';
import { readCollection } from '../../../importers/collection/readCollection.js';
import type { Problem } from '../../../src/problems/problem.js';
import { wideCsv, type TableReport } from '../../support/tables.js';
import { makeZip } from '../reading/zip.js';

async function read(bytes: Uint8Array) {
  const reports: ReportDraft[] = [];
  const problems: Problem[] = [];
  for await (const part of readCollection(bytes, '一览.csv', { blanksAreZero: false }))
    if (part.kind === 'reports') {
      reports.push(...part.reports);
      problems.push(...part.problems);
    }
  return { reports, problems };
}

const utf16 = (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true });
const table = (name: string, count = 1) =>
  wideCsv(
    Array.from({ length: count }, (_, index): TableReport => ({ code: `A${index}`, name, year: 2024 })),
    '\t',
  );

describe('signs no database keeps, in a table in UTF-16', () => {
  test('a NUL in a name, a code and a number is replaced and told where it matters', async () => {
    const bytes = utf16(
      table('甲\0局')
        .replace('A0', 'A\0')
        .replace(/2024\t\d+/, '2024\t1\0'),
    );
    const { reports, problems } = await read(bytes);
    expect(problems).toEqual([]);
    expect(reports).toMatchObject([{ agency: '甲\ufffd局', agencyCode: 'A\ufffd' }]);
    expect(reports[0]?.cells['documents.rules.issued']).toMatchObject({ value: null, raw: '1\ufffd' });
    expect(reports[0]?.problems.map(({ code, at }) => [code, at])).toEqual([['NOT_A_NUMBER', 'D2']]);
    expect(JSON.stringify(reports)).not.toContain('\\u0000');
  });

  test.each([1, 400])('half a character in the last of %i rows makes it no text', async (count) => {
    const bytes = Buffer.concat([utf16(table('甲局', count)), Buffer.from([0x00, 0xd8, 0x31, 0x00])]);
    const { reports, problems } = await read(bytes);
    expect(reports).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['ENCODING_UNKNOWN']);
  });

  test('a NUL in another encoding is told with its line', async () => {
    const { reports, problems } = await read(Buffer.from(table('甲\0局')));
    expect(reports).toEqual([]);
    expect(problems).toMatchObject([{ code: 'UNREADABLE', at: '第2行' }]);
  });
});

describe('what a flat table must not do', () => {
  test.each([
    ['a quote that is never closed', `${wideCsv([{ name: '甲局', year: 2024 }])}"${'长'.repeat(400_000)}`, 1],
    ['quotes without end', '"'.repeat(3_000_000), 0],
  ])('%s', async (_, text, whole) => {
    const { reports, problems } = await read(Buffer.from(text));
    expect(reports).toHaveLength(whole);
    expect(problems.map(({ code }) => code)[0]).toMatch(/^(TOO_LARGE|UNREADABLE|NO_FORM_FOUND)$/);
  });

  test('separators without end are an empty row', async () => {
    const text = `机关,年度,requests.received.total\n${','.repeat(2_000_000)}`;
    expect(await read(Buffer.from(text))).toEqual({ reports: [], problems: [] });
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    '%s as a heading, a code and a file name',
    async (name) => {
      const csv = wideCsv([{ code: name, name: '甲局', year: 2024 }])
        .replace('年度', `${name},年度`)
        .replace('甲局', '甲局,');
      const { reports } = await read(makeZip([{ name: `${name}.csv`, content: csv }]));
      expect(reports).toMatchObject([{ agencyCode: name, agency: '甲局', problems: [] }]);
    },
  );

  test('mixed line ends: every row at its line', async () => {
    const ends = ['\r\n', '\n', '\r'];
    const rows = wideCsv(['甲局', '乙局', '丙局'].map((name) => ({ name, year: 2024 })))
      .trimEnd()
      .split('\r\n');
    const { reports } = await read(Buffer.from(rows.map((row, index) => row + ends[index % 3]).join('')));
    expect(reports.map(({ agency, at }) => [agency, at])).toEqual([
      ['甲局', 'B2'],
      ['乙局', 'B3'],
      ['丙局', 'B4'],
    ]);
  });
});
