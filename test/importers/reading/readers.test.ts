import { expect, test } from 'vitest';
import { limits } from '../../../importers/files/limits.js';
import { RefusedFile } from '../../../importers/files/refusedFile.js';
import { plainTextGrid } from '../../../importers/reading/plainText.js';
import { readGrids } from '../../../importers/reading/readGrids.js';
import { readers } from '../../../importers/reading/readers/index.js';
import type { Reader } from '../../../importers/reading/readers/Reader.js';
import { fileExtensions, fileFormats } from '../../../src/words/fileFormats.js';

/** The recipe of docs/architecture.md: lines of text behind two letters that nothing else knows. */
const markedLines: Reader = {
  async read({ bytes, limits: allowed }) {
    if (bytes.toString('latin1', 0, 2) !== '\x01N') return null;
    const text = bytes.toString('utf8', 2);
    if (text.trim() === '') throw new RefusedFile('UNREADABLE', '文件里没有一行字。请重新保存。');
    return { format: 'txt', encoding: 'utf-8', grids: [plainTextGrid(text, allowed)], problems: [] };
  },
};

const read = (text: string, asked = [markedLines, ...readers]) =>
  readGrids(Buffer.from(text), '年报.dat', limits.report, asked);

test('a reader is one object in the list: it reads its files', async () => {
  const { format, grids } = await read('\x01N规章 1 2');
  expect(format).toBe('txt');
  expect(grids[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(['规章 1 2']);
});

test('what it refuses is a located problem, and other files go to the next', async () => {
  expect((await read('\x01N ')).problems.map(({ code }) => code)).toEqual(['UNREADABLE']);
  expect((await read('规章,1,2\n规范性文件,3,4\n')).format).toBe('csv');
});

test('without it nobody takes its files for anything else', async () => {
  const { format, grids, problems } = await read('\x01N规章 1 2', []);
  expect([format, grids]).toEqual([null, []]);
  expect(problems.map(({ code }) => code)).toEqual(['UNSUPPORTED_FORMAT']);
});

test('every format has its words and endings', () => {
  for (const { words, extensions } of Object.values(fileFormats)) {
    expect(words).not.toBe('');
    for (const extension of extensions) expect(fileExtensions.has(`.${extension}`)).toBe(true);
  }
});
