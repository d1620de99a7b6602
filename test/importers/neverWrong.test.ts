import { entriesOf } from '../../src/cells.js';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isBlankMark } from '../../importers/draft/readNumber.js';
import { readFile } from '../../importers/worker/readFile.js';

/** Written by makeNeverWrong.py, makeAtAGlance.py, makeSweep.py and makeConditions.py. */
const folders = ['neverWrong', 'atAGlance', 'sweep', 'conditions'].map(
  (name) => new URL(`../fixtures/${name}/`, import.meta.url),
);

interface Expected {
  readonly numbers: Readonly<Record<string, string>>;
  /** By file, the cells that differ from the numbers: what the filer wrote there, null where nothing is. */
  readonly files: Readonly<Record<string, Readonly<Record<string, string | number | null>>>>;
}

const cases = folders.flatMap((folder) => {
  const { numbers, files } = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected;
  return Object.entries(files).map(([name, changed]) => ({ name, folder, numbers, changed }));
});

const kinds: Readonly<Record<string, string>> = {
  1: '四 in one row',
  2: 'one table, one place',
  3: 'shown and stored',
  4: 'digits that are none',
  5: 'the container',
  6: 'columns and rows that count',
  7: 'web pages',
  8: 'text',
  9: 'titles',
  10: 'labels',
};

/** Written by openpyxl, xlwt, odfpy, LibreOffice, Python and, for .xlsb, by the book. */
describe.each(Object.entries(kinds))('kind %s, %s', (kind) => {
  const own = cases.filter(({ name }) => name.startsWith(`${kind}-`));

  test('has files of its own', () => expect(own.length).toBeGreaterThan(0));

  test.each(own)('$name: every cell is what the filer wrote', async ({ name, folder, numbers, changed }) => {
    const { reports, problems } = await readFile(readFileSync(new URL(name, folder)), name, {
      blanksAreZero: false,
    });
    const [report] = reports;
    if (!report) throw new Error(`not read: ${problems.map(({ message }) => message).join(' ')}`);
    const named = new Set(report.problems.map(({ cell }) => cell));
    const differing = entriesOf({ ...numbers, ...changed }).flatMap(([key, wanted]) => {
      const value = report.cells[key]?.value ?? null;
      const isAsWritten = value === (wanted === null ? null : String(wanted));
      return isAsWritten ? [] : [[key, value, wanted]];
    });
    expect(differing).toEqual([]);
    if (kind === '9' || name === '7-headTable.html')
      expect([report.year, report.agency]).toEqual([2024, '某市某局']);
    // A cell that is written in but holds no number is told; a mark for nothing is blank.
    for (const [key, wanted] of entriesOf(changed))
      if (wanted === null && !isBlankMark(report.cells[key]?.raw ?? '')) expect(named.has(key)).toBe(true);
  });
});
