import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileDraft } from '../../importers/draft/draft.js';
import { createReaderPool, type ReaderPool } from '../../importers/worker/readerPool.js';
import { readGrids } from '../../importers/reading/readGrids.js';
import { report } from '../support/hostile.js';

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ workers: 1 });
});
afterAll(() => pool.close());

const read = (text: string, name: string): Promise<FileDraft> =>
  pool.read(Buffer.from(text), name, { blanksAreZero: false });

function codesOf({ problems, reports }: FileDraft): string[] {
  return [...problems, ...reports.flatMap((draft) => draft.problems)].map(({ code }) => code);
}

/** The report as CSV, with a line end of its own for each line. */
function reportCsv(endOf: (line: number) => string, fieldOf = (text: string) => text): string {
  const cells = report.sheets[0]?.cells ?? [];
  const height = 1 + Math.max(...cells.map(({ row }) => row));
  return Array.from({ length: height }, (_, row) => {
    const line = cells.filter((cell) => cell.row === row);
    const width = 1 + Math.max(-1, ...line.map(({ column, lastColumn = column }) => lastColumn));
    const fields = Array.from({ length: width }, (_, column) => {
      const cell = line.find((candidate) => candidate.column === column);
      return fieldOf(String(cell?.value ?? ''));
    });
    return fields.join() + endOf(row);
  }).join('');
}

const values = ({ reports }: FileDraft): (string | null)[] =>
  Object.values(reports[0]?.cells ?? {}).map(({ value }) => value);
const expected = Object.values(report.cells).map(({ value }) => value);

describe('a CSV', () => {
  test('with mixed line ends: every value at its line', async () => {
    const ends = ['\r\n', '\n', '\r'];
    const draft = await read(
      reportCsv((line) => ends[line % 3] ?? '\n'),
      '年报.csv',
    );
    expect(values(draft)).toEqual(expected);
    expect(draft.reports[0]?.cells['documents.rules.issued']?.at).toBe('D8');
  });

  test.each(['__proto__', 'constructor', 'toString'])('with %s as a column and as a label', async (name) => {
    const text = reportCsv(
      () => '\n',
      (field) => (['现行有效件数', '规章'].includes(field) ? name : field),
    );
    const draft = await read(text, '年报.csv');
    const found = values(draft).filter((value) => value !== null);
    expect(expected).toEqual(expect.arrayContaining(found));
    expect(codesOf(draft)).not.toEqual([]);
  });

  test.each([
    ['a quote that is never closed', (text: string) => `"${text}`],
    [
      'one in the middle, and 300 KB after it',
      (text: string) => `${text.replace('规章', '"规章')}${'填,'.repeat(100_000)}`,
    ],
  ])('%s', async (_, change) => {
    const draft = await read(change(reportCsv(() => '\n')), '年报.csv');
    expect(draft.reports).toEqual([]);
    expect(['UNREADABLE', 'TOO_LARGE']).toContain(codesOf(draft)[0]);
  });

  test.each([
    ['3 million quotes', '"'.repeat(3_000_000)],
    ['10 million commas', ','.repeat(10_000_000)],
    ['10 million line ends', `${'\n'.repeat(10_000_000)}1,2`],
    ['one field of 10 million characters', `a,b\n${'长'.repeat(3_300_000)}`],
    ['two million quoted nothings', '"",'.repeat(2_000_000)],
  ])('%s', async (_, text) => {
    const draft = await read(text, '年报.csv');
    expect(draft.reports).toEqual([]);
    expect(['TOO_LARGE', 'UNREADABLE', 'NO_FORM_FOUND', 'FORM_UNKNOWN']).toContain(codesOf(draft)[0]);
  });

  test('a NUL is said to be there, with its line', async () => {
    const { problems } = await read(reportCsv(() => '\n').replace('规章', '规\0章'), '年报.csv');
    expect(problems[0]).toMatchObject({ code: 'UNREADABLE', at: '第8行' });
  });
});

describe('a text', () => {
  test.each([
    ['figures without end behind a label', `一、本年新收政府信息公开申请数量 ${'1 '.repeat(3_000_000)}`],
    ['figures without end', '1 '.repeat(3_000_000)],
    ['one figure without end', '9'.repeat(5_000_000)],
    ['headings without end', '一、总体情况\n'.repeat(150_000)],
    ['the title without end', '某市某局2024年政府信息公开工作年度报告'.repeat(100_000)],
    ['spaces without end', `年报${' '.repeat(5_000_000)}1`],
  ])('%s', async (_, text) => {
    const draft = await read(text, '年报.txt');
    expect(draft.reports).toEqual([]);
    expect(codesOf(draft)[0]).toMatch(/^(NO_FORM_FOUND|FORM_UNKNOWN|TOO_LARGE|TABLE_MISSING)$/);
  });
});

describe('a web page', () => {
  test.each([
    ['tables nested 100,000 deep', '<table>' + '<tr><td><table>'.repeat(100_000)],
    ['300,000 tables', '<table><tr><td>1</td></tr></table>'.repeat(300_000)],
    [
      'a cell that claims a thousand million',
      '<table><tr><td colspan="999999999" rowspan="999999999">1</table>',
    ],
    ['a comment that never ends', `<table><tr><td>1</td></tr></table>${'<!--'.repeat(500_000)}`],
    ['scripts that never end', `<table><tr><td>1</td></tr></table>${'<script'.repeat(500_000)}`],
    ['signs of tags', `<table><tr><td>${'<'.repeat(2_000_000)}`],
  ])('%s', async (_, text) => {
    const draft = await read(text, '年报.xls');
    expect(draft.reports).toEqual([]);
    expect(codesOf(draft)[0]).toMatch(/^(UNREADABLE|TOO_LARGE|NO_FORM_FOUND|UNSUPPORTED_FORMAT)$/);
  });

  test('a table inside a comment or a script is none', async () => {
    const page = '<html><!-- <table> --><script>"<table><tr><td>1</td></tr></table>"</script></html>';
    const { grids, problems } = await readGrids(Buffer.from(page), '年报.html');
    expect(grids).toEqual([]);
    expect(problems[0]?.code).toBe('UNSUPPORTED_FORMAT');
  });
});

describe('JSON', () => {
  const json = (cells: string): string =>
    `{"form":"2021","year":2024,"agency":"某市某局\\u0000\\ud800","cells":${cells}}`;

  test('nested 500,000 deep', async () => {
    const nested = await read('['.repeat(500_000) + ']'.repeat(500_000), '年报.json');
    expect(codesOf(nested)).toEqual(['UNSUPPORTED_FORMAT']);
    expect(codesOf(await read(json(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`), '年报.json'))).toEqual(
      ['UNSUPPORTED_FORMAT'],
    );
  });

  test('names of the prototype, NUL and half characters', async () => {
    const draft = await read(
      json('{"__proto__":"1","constructor":"2","documents.rules.issued":"3\\u0000"}'),
      '年报.json',
    );
    expect(values(draft).filter((value) => value !== null)).toEqual([]);
    expect(JSON.stringify(draft)).not.toMatch(/\\u0000|\\ud800/);
  });
});
