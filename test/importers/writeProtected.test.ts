import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../importers/worker/readFile.js';

const options = { blanksAreZero: false };
const read = (path: string) =>
  readFile(readFileSync(new URL(`../${path}`, import.meta.url)), '年报.xlsx', options);

/** An example with a password to change it, encrypted with the built-in one by officecrypto-tool. */
describe.each(['agile.xlsx', 'standard.xlsx'])(
  'a workbook that is only protected from changes: %s',
  (name) => {
    test('is read as it was before', async () => {
      const { reports, problems } = await read(`fixtures/writeProtected/${name}`);
      const plain = await read('../examples/信阳市城市管理局2021.xlsx');
      expect(problems).toEqual(plain.problems);
      expect(reports[0]?.cells).toEqual(plain.reports[0]?.cells);
    });

    test('cut short anywhere is refused', async () => {
      const whole = readFileSync(new URL(`../fixtures/writeProtected/${name}`, import.meta.url));
      for (const length of [600, 2_000, 5_000, whole.length - 4_000]) {
        const { reports, problems } = await readFile(whole.subarray(0, length), '年报.xlsx', options);
        expect(reports).toEqual([]);
        expect(problems[0]?.code).toMatch(/^(ENCRYPTED|UNREADABLE|UNSUPPORTED_FORMAT)$/);
      }
    });
  },
);
