import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { FileGrids } from '../../../importers/reading/fileGrids.js';
import { readGrids } from '../../../importers/reading/readGrids.js';

const read = (text: string, fileName = '年报.txt'): Promise<FileGrids> =>
  readGrids(Buffer.from(text), fileName);

function lines({ grids }: FileGrids): unknown[] {
  return grids.flatMap(({ rows }) =>
    rows.map(({ row, width, cells }) => [row, width, ...cells.map(({ at, text }) => `${at} ${text}`)]),
  );
}

describe('delimited text', () => {
  test('a CSV of a Chinese Excel', async () => {
    const bytes = iconv.encode(
      '信息内容,件数\r\n规章,"3,525"\r\n"行政\r\n许可",\r\n\r\n强制,2\r\n',
      'gb18030',
    );
    const file = await readGrids(bytes, '年报.csv');
    expect([file.format, file.encoding, file.grids[0]?.kind]).toEqual(['csv', 'gb18030', 'delimited']);
    expect(lines(file)).toEqual([
      [0, 2, 'A1 信息内容', 'B1 件数'],
      [1, 2, 'A2 规章', 'B2 3,525'],
      [2, 2, 'A3 行政\r\n许可'],
      [4, 2, 'A5 强制', 'B5 2'],
    ]);
  });

  test.each([
    ['commas', ','],
    ['semicolons', ';'],
  ])('%s are told by the figures between them, whatever the name', async (_, delimiter) => {
    const file = await read(
      ['标题', '规章,1,2,3', '规范性文件,,,', '许可,4,5,6'].join('\n').replaceAll(',', delimiter),
    );
    expect(file.format).toBe('csv');
    expect(lines(file)[1]).toEqual([1, 4, 'A2 规章', 'B2 1', 'C2 2', 'D2 3']);
  });

  test('tabs in every line, as the Unicode text of Excel', async () => {
    const file = await readGrids(Buffer.from('\ufeff标题\t\t\r\n规章\t"1"\t2\r\n', 'utf16le'), '年报.txt');
    expect([file.format, file.encoding]).toEqual(['csv', 'utf-16le']);
    expect(lines(file)).toEqual([
      [0, 3, 'A1 标题'],
      [1, 3, 'A2 规章', 'B2 1', 'C2 2'],
    ]);
  });

  test('tabs in a file named .tsv', async () => {
    const file = await read('规章\t1\t2\n许可\t3\n', '年报.tsv');
    expect(lines(file)).toEqual([
      [0, 3, 'A1 规章', 'B1 1', 'C1 2'],
      [1, 2, 'A2 许可', 'B2 3'],
    ]);
  });

  test("the ' that protects a text from being taken for a formula is removed", async () => {
    const file = await read(`规章,'=1+1,'-,'＋3,'无,0\n许可,1,2,3,4,5`, '年报.csv');
    expect(lines(file)[0]).toEqual([0, 6, 'A1 规章', 'B1 =1+1', 'C1 -', 'D1 ＋3', "E1 '无", 'F1 0']);
  });

  test('a stray quote inside a field stays', async () => {
    const file = await read('危及"三安全一稳定",1,2\n规章,3,4', '年报.csv');
    expect(lines(file)[0]).toEqual([0, 3, 'A1 危及"三安全一稳定"', 'B1 1', 'C1 2']);
  });

  test('a quote without its pair', async () => {
    const { problems } = await read('规章,1,2\n"许可,3,4\n强制,5,6\n', '年报.csv');
    expect(problems).toMatchObject([{ code: 'UNREADABLE', at: '第2行' }]);
  });

  test('a quote without its pair in a huge file', async () => {
    const { problems } = await read(`规章,1,2\n"许可,3,4\n${'强制,5,6\n'.repeat(100_000)}`, '年报.csv');
    expect(problems).toMatchObject([{ code: 'TOO_LARGE', at: '第2行' }]);
  });

  test('more filled cells than allowed', async () => {
    const { problems } = await read('1,2,3\n'.repeat(70_000), '年报.csv');
    expect(problems).toMatchObject([{ code: 'TOO_LARGE' }]);
  });
});

describe('a published report saved as text', () => {
  test('lines with tabs are cells, other lines one cell each', async () => {
    const file = await read(
      '某市2024年报告\n\n一、总体情况\n规章\t0\t\t35\n许可 12 3\n二、其他, 共 3,525 件\n',
    );
    expect([file.format, file.grids[0]?.kind]).toEqual(['txt', 'text']);
    expect(lines(file)).toEqual([
      [0, null, '第1行 某市2024年报告'],
      [2, null, '第3行 一、总体情况'],
      [3, 4, '第4行 规章', '第4行 0', '第4行 35'],
      [4, null, '第5行 许可 12 3'],
      [5, null, '第6行 二、其他, 共 3,525 件'],
    ]);
    expect(file.grids[0]?.rows[2]?.cells.map(({ column }) => column)).toEqual([0, 1, 3]);
  });

  test('figures with thousands separators make no CSV', async () => {
    const file = await read('规章 1,234 5,678 9,012\n许可 1,234,567 2,345,678\n合计 3,456,789 1,000\n');
    expect(file.format).toBe('txt');
  });
});
