import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileDraft } from '../../importers/draft/draft.js';
import { readGrids } from '../../importers/reading/readGrids.js';
import { createReaderPool, type ReaderPool } from '../../importers/worker/readerPool.js';
import { cellXml, oneCell, report, reportParts, reportRows } from '../support/hostile.js';
import { makeZip, workbookParts } from './reading/zip.js';

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ workers: 1 });
});
afterAll(() => pool.close());

const long = Array.from({ length: 1_000 }, (_, at) => `B${at + 1}`).join('+');
const rows = (count: number, write: (row: number) => string): string =>
  Array.from(
    { length: count },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}">${write(at + 1)}</c></row>`,
  ).join('');

function values({ reports }: FileDraft): (string | null)[] {
  return Object.values(reports[0]?.cells ?? {}).map(({ value }) => value);
}

describe('formulas without end on a sheet beside the report hide nothing and are no reason to give up', () => {
  test.each<[string, number, (row: number) => string]>([
    [
      'a long one that 100,000 cells share',
      100_000,
      (row) =>
        `${row === 1 ? `<f t="shared" ref="A1:A100000" si="0">${long}</f>` : '<f t="shared" si="0"/>'}<v>${row}</v>`,
    ],
    [
      'each shared with itself',
      20_000,
      (row) => `<f t="shared" ref="A${row}" si="${row}">B1+C1</f><v>${row}</v>`,
    ],
    ['matrix formulas', 60_000, (row) => `<f t="array" ref="B${row}:B${row}">1</f><v>${row}</v>`],
    ['matrix formulas without results', 60_000, (row) => `<f ref="B${row}:B${row}" t='array'>1</f>`],
  ])('%s', async (_, count, write) => {
    const bytes = makeZip(workbookParts({ 年报: reportRows(), 计算: rows(count, write) }));
    const draft = await pool.read(bytes, '年报.xlsx', { blanksAreZero: false });
    expect([...draft.problems, ...(draft.reports[0]?.problems ?? [])]).toEqual([]);
    expect(values(draft)).toEqual(Object.values(report.cells).map(({ value }) => value));
  });

  test('a long one that all share and none has calculated', async () => {
    const shared = rows(30_000, (row) =>
      row === 1 ? `<f t="shared" ref="A1:A100000" si="0">${long}</f>` : '<f t="shared" si="0"/>',
    );
    const bytes = makeZip(workbookParts({ 年报: reportRows(), 计算: shared }));
    const draft = await pool.read(bytes, '年报.xlsx', { blanksAreZero: false });
    expect(draft.problems.map(({ code }) => code)).toEqual(['TOO_LARGE']);
  });
});

describe('a formula', () => {
  test.each([
    ['with a result is its result', '<f>SUM(B1:B3)</f><v>12</v>', '12', undefined],
    ['with a result of zero is zero', '<f>SUM(B1:B3)</f><v>0</v>', '0', undefined],
    ['of a matrix is its result', '<f t="array" ref="A1:A2">B1:B2</f><v>12</v>', '12', undefined],
    ['without a result is told', '<f>SUM(B1:B3)</f>', '=SUM(B1:B3)', 'FORMULA_NOT_CALCULATED'],
    ['without a result, empty', '<f>SUM(B1:B3)</f><v></v>', '=SUM(B1:B3)', 'FORMULA_NOT_CALCULATED'],
    [
      'of a matrix without a result',
      '<f t="array" ref="A1:A2">B1:B2</f>',
      '=B1:B2',
      'FORMULA_NOT_CALCULATED',
    ],
  ])('%s', async (_, content, text, fault) => {
    const { grids } = await readGrids(oneCell(`<c r="A1">${content}</c>`), '年报.xlsx');
    expect(grids[0]?.rows[0]?.cells[0]).toMatchObject({ text, ...(fault !== undefined && { fault }) });
  });

  test('shared without a result is told as it would be written in its cell', async () => {
    const first = '<c r="A1"><f t="shared" ref="A1:B1" si="0">A2+$A$3</f><v>1</v></c>';
    const { grids } = await readGrids(oneCell(`${first}<c r="B1"><f t="shared" si="0"/></c>`), '年报.xlsx');
    expect(grids[0]?.rows[0]?.cells).toMatchObject([
      { text: '1', number: '1' },
      { text: '=B2+$A$3', fault: 'FORMULA_NOT_CALCULATED' },
    ]);
  });

  test('of text gives its text, and one that fails its fault', async () => {
    const cells = '<c r="A1" t="str"><f>"a"</f><v>十二</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>';
    const { grids } = await readGrids(oneCell(cells), '年报.xlsx');
    expect(grids[0]?.rows[0]?.cells).toMatchObject([
      { text: '十二', number: null },
      { text: '#DIV/0!', fault: 'CELL_ERROR' },
    ]);
  });
});

test('formulas in the report itself are read as their results', async () => {
  const calculated = reportRows((cell) =>
    typeof cell.value === 'number' ? cellXml(cell).replace('<v>', '<f>SUM(A1:A9)</f><v>') : cellXml(cell),
  );
  const draft = await pool.read(makeZip(reportParts(calculated)), '年报.xlsx', { blanksAreZero: false });
  expect(values(draft)).toEqual(Object.values(report.cells).map(({ value }) => value));
});
