import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GridCell } from '../../importers/reading/grid.js';
import { readGrids } from '../../importers/reading/readGrids.js';

const root = join(import.meta.dirname, '../..');

const paths = ['test/fixtures', 'examples'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(root, folder, String(name)))
    .filter((path) => /\.(xlsx|xlsm|xls|ods)$/.test(path))
    // What has a password of its own, or is a web page under another name, no other program reads as a workbook; traits have tests of their own.
    .filter(
      (path) => !/encrypted|writeProtected|htmlTable|traits|neverWrong|atAGlance|sweep|tables/.test(path),
    ),
);

type Cell = readonly [sheet: string, row: number, column: number, value: string | null];

/** Cells as programs that are not ours read them. */
function otherReading(files: readonly string[]): readonly (readonly Cell[])[] {
  const script = join(root, 'test/fixtures/secondReader.py');
  const printed = execFileSync('/usr/bin/python3', [script, ...files], {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  return printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Cell[]);
}

/** The number of a cell with its sign and 15 digits, its text without line ends and spaces around it. */
function said(cell: GridCell): string | null {
  if (cell.fault !== undefined || cell.serial !== undefined) return null;
  return cell.number === null ? plain(cell.text) : String(Number(cell.number));
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

const readings = otherReading(paths);

test(`there are workbooks of each kind: ${paths.length}`, () => {
  for (const ending of ['xlsx', 'xls', 'ods']) expect(paths.some((path) => path.endsWith(ending))).toBe(true);
  expect(readings).toHaveLength(paths.length);
});

describe('every cell is what another program reads', () => {
  test.each(paths.map((path, index) => [relative(root, path), index] as const))('%s', async (path, index) => {
    const { grids } = await readGrids(readFileSync(join(root, path)), path);
    const ours = new Map<string, string | null>();
    const leftOut = new Set<string>();
    for (const { name, rows } of grids)
      for (const { row, cells } of rows)
        for (const cell of cells) {
          const place = `${name} ${row} ${cell.column}`;
          ours.set(place, said(cell));
          if (cell.leftOut) leftOut.add(place);
        }
    const theirs = new Map<string, string | null>();
    for (const [sheet, row, column, value] of readings[index] ?? []) {
      const known = value !== null && /^-?[\d.]+(e[+-]?\d+)?$/.test(value) ? String(Number(value)) : value;
      theirs.set(`${sheet} ${row} ${column}`, known === null ? null : plain(known));
    }
    // A text that looks like a number is one to neither: compared as it is written.
    const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter((place) => {
      // What nobody sees in a cell other programs read all the same.
      if (leftOut.has(place)) return false;
      const [our, their] = [ours.get(place), theirs.get(place)];
      // What was never calculated other programs leave out.
      if (our === null) return their !== undefined && their !== null;
      return our !== their && !(our !== undefined && their !== undefined && Number(our) === Number(their));
    });
    expect(differing.map((place) => [place, ours.get(place), theirs.get(place)])).toEqual([]);
  });
});
