import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { GridCell } from '../../importers/reading/grid.js';
import { readGrids } from '../../importers/reading/readGrids.js';
import { readOtherwise } from './readOtherwise.js';

const root = join(import.meta.dirname, '../..');
const endings = ['xlsx', 'xlsm', 'xls', 'xlsb', 'ods', 'fods'];

const paths = ['test/fixtures', 'examples'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(root, folder, String(name)))
    .filter((path) => endings.some((ending) => path.endsWith(`.${ending}`))),
);

type Cell = readonly [sheet: string, row: number, column: number, value: string | null];

/** Cells as programs that are not ours read them, or why they do not open the file. */
function otherReading(files: readonly string[]): readonly (readonly Cell[] | string)[] {
  const script = join(root, 'test/fixtures/secondReader.py');
  const printed = execFileSync('/usr/bin/python3', [script, ...files], {
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
  });
  return printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Cell[] | string);
}

/** The number of a cell with its sign and 15 digits, its text without line ends and spaces around it. */
function said(cell: GridCell): string | null {
  if (cell.fault !== undefined || cell.serial !== undefined) return null;
  return cell.number === null ? plain(cell.text) : String(Number(cell.number));
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

/** Whether a text is the other one with characters left out. */
function isPart(part: string, whole: string): boolean {
  let at = 0;
  return [...part].every((character) => {
    at = whole.indexOf(character, at) + 1;
    return at > 0;
  });
}

function agree(
  our: string | null | undefined,
  their: string | null | undefined,
  leavesOut: boolean,
): boolean {
  // What was never calculated other programs leave out.
  if (our === null) return their === undefined || their === null;
  // What nobody sees in a cell other programs read all the same: ours is theirs without it.
  if (leavesOut) return our !== undefined && isPart(our, their ?? '');
  // A text that looks like a number is one to neither: compared as it is written.
  return our === their || (our !== undefined && their !== undefined && Number(our) === Number(their));
}

const readings = otherReading(paths);
const listed = new Map(readOtherwise.map((each) => [each.file, each]));

test('there are workbooks of each kind, and those that are read otherwise are among them', () => {
  for (const ending of endings) expect(paths.some((path) => path.endsWith(`.${ending}`))).toBe(true);
  expect(readings).toHaveLength(paths.length);
  const names = paths.map((path) => relative(root, path));
  expect([...listed.keys()].filter((file) => !names.includes(file))).toEqual([]);
});

describe('every cell is what another program reads', () => {
  test.each(paths.map((path, index) => [relative(root, path), index] as const))('%s', async (name, index) => {
    const { grids, problems } = await readGrids(readFileSync(join(root, name)), name);
    const reading = readings[index] ?? [];
    const otherwise = listed.get(name);
    if (typeof reading === 'string') {
      const isRefused = problems.some(({ severity }) => severity === 'error');
      if (isRefused)
        expect([problems.map(({ code }) => code), otherwise]).toEqual([['ENCRYPTED'], undefined]);
      else expect(reading).toBe(otherwise?.notOpened);
      return;
    }
    const ours = new Map<string, string | null>();
    const leftOut = new Set<string>();
    for (const { name: sheet, rows } of grids)
      for (const { row, cells } of rows)
        for (const cell of cells) {
          const place = `${sheet} ${row} ${cell.column}`;
          ours.set(place, said(cell));
          if (cell.leftOut) leftOut.add(place);
        }
    // A web page has no sheets; a program that opens it as a workbook gives it one.
    const isPage = grids.every((grid) => grid.name === null);
    const theirs = new Map<string, string | null>(
      reading.map(
        ([sheet, row, column, value]) =>
          [`${isPage ? null : sheet} ${row} ${column}`, value === null ? null : plain(value)] as const,
      ),
    );
    const differing = [...new Set([...ours.keys(), ...theirs.keys()])]
      .map((place) => [place, ours.get(place), theirs.get(place)] as const)
      .filter(([place, our, their]) => !agree(our, their, leftOut.has(place)));
    expect(differing).toEqual(otherwise?.cells ?? []);
    expect(otherwise?.notOpened).toBeUndefined();
  });
});
