import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../../../importers/files/limits.js';
import { preflight } from '../../../importers/files/preflight.js';
import { sparedParts } from '../../../importers/files/sparedPart.js';
import { storedZip } from '../../../importers/files/storedZip.js';
import { withStyles } from '../../../importers/files/withStyles.js';
import type { Grid } from '../../../importers/reading/grid.js';
import { readGrids } from '../../../importers/reading/readGrids.js';
import { workbookGrids } from '../../../importers/reading/workbook.js';
import { xlsxGrids } from '../../../importers/reading/xlsx/xlsxGrids.js';
import { makeWorkbook, makeZip, workbookParts } from './zip.js';

const root = join(import.meta.dirname, '../../..');

async function workbooksBelow(folder: string): Promise<string[]> {
  const found = await readdir(join(root, folder), { recursive: true });
  return found.filter((name) => /\.xls[xm]$/.test(name)).map((name) => join(root, folder, name));
}

async function bothReadings(bytes: Buffer): Promise<{ ours: Grid[] | null; theirs: Grid[] }> {
  const { parts } = await preflight(bytes, limits.report);
  const ours = xlsxGrids(parts, limits.report);
  const theirs = workbookGrids(storedZip(withStyles(sparedParts(parts, limits.report))), limits.report);
  return { ours, theirs };
}

describe('every workbook at hand reads to the same cells as the spreadsheet library reads', async () => {
  // Encrypted ones are no packages; of what is struck out, raised, white or hidden in a cell the library knows
  // nothing, nor of formats that a condition gives; days as text, separators in a number and white space in a tag it reads otherwise than the standard.
  const otherwise =
    /\/(encrypted|writeProtected)\/|\/atAGlance\/|\/traits\/(runs|struckCells)\.xlsx$|\/neverWrong\/(4-(noText|struck|white)|5-(day|thousands|whiteSpace))\.xlsx$|\/conditions\/3-(?!notMet|sameMeaning)/;
  const paths = [...(await workbooksBelow('test/fixtures')), ...(await workbooksBelow('examples'))].filter(
    (path) => !otherwise.test(path),
  );
  test(`there are some: ${paths.length}`, () => expect(paths.length).toBeGreaterThan(150));

  test.each(paths.map((path) => relative(root, path)))('%s', async (path) => {
    const { ours, theirs } = await bothReadings(await readFile(join(root, path)));
    expect(ours).toEqual(theirs);
  });
});

describe('what the standard says of a container', () => {
  /** Where the cells of the only sheet stand, with what they say. */
  const cellsOf = async (bytes: Buffer): Promise<string[]> => {
    const { grids } = await readGrids(bytes, '年报.xlsx');
    return grids.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.map(
          ({ at, text, number, fault }) => `${at} ${fault ?? (number === null ? `“${text}”` : number)}`,
        ),
      ),
    );
  };

  test.each<[string, string, string[]]>([
    [
      'a cell without an address stands after an empty one that has one',
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c><v>3</v></c><c r="D1" s="0"/><c/><c><v>6</v></c></row>',
      ['年报!A1 1', '年报!C1 3', '年报!F1 6'],
    ],
    [
      'rows and cells without addresses',
      '<row><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>',
      ['年报!A1 1', '年报!B2 2'],
    ],
    [
      'white space after the name of a tag',
      '<row\n r="1"\n><c\n\tr="B1"\n><v>12</v></c\n></row>',
      ['年报!B1 12'],
    ],
    ['attributes in any order and quotes', "<row r='1'><c t='n' r='B1' ><v>12</v></c></row>", ['年报!B1 12']],
    [
      'a greater-than sign in an attribute',
      '<row r="1" x=">"><c r="A1" y="a>b"><v>1</v></c></row>',
      ['年报!A1 1'],
    ],
    ['a comment between cells', '<row r="1"><!-- <c r="Z9"/> --><c r="A1"><v>1</v></c></row>', ['年报!A1 1']],
    [
      'runs of one text, without how it is pronounced',
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>行</t></r><r><rPr><b/></rPr><t>政</t></r><rPh sb="0" eb="1"><t>xing</t></rPh></is></c></row>',
      ['年报!A1 “行政”'],
    ],
    [
      'a raised note and a struck number',
      '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>25</t></r><r><t>118</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></is></c></row>',
      ['年报!A1 “118”'],
    ],
    [
      'the square of a metre',
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>100m</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r></is></c></row>',
      ['年报!A1 “100m²”'],
    ],
    [
      'a struck tag that says no',
      '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>1</t></r><r><t>2</t></r></is></c></row>',
      ['年报!A1 “12”'],
    ],
    [
      'escapes of a string',
      '<row r="1"><c r="A1" t="str"><v>&#x6cd5;&amp;_x0041_&#120785;</v></c></row>',
      ['年报!A1 “法&A𝟑”'],
    ],
    ['a truth', '<row r="1"><c r="A1" t="b"><v>1</v></c></row>', ['年报!A1 “TRUE”']],
    ['an error', '<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c></row>', ['年报!A1 CELL_ERROR']],
    [
      'a formula without a result',
      '<row r="1"><c r="A1"><f>B1</f><v/></c></row>',
      ['年报!A1 FORMULA_NOT_CALCULATED'],
    ],
    ['a formula with an empty text', '<row r="1"><c r="A1" t="str"><f>""</f><v></v></c></row>', []],
    [
      'numbers as computers write them',
      '<row r="1"><c r="A1"><v>5.9237244900000005E4</v></c><c r="B1"><v>-0</v></c></row>',
      ['年报!A1 59237.2449', '年报!B1 0'],
    ],
  ])('%s', async (_, rows, cells) => {
    expect(await cellsOf(makeWorkbook(rows))).toEqual(cells);
  });

  test('a part of no bytes beside the sheets', async () => {
    const parts = workbookParts({ 年报: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    const bytes = makeZip([...parts, { name: 'xl/metadata.xml', content: '' }]);
    expect(await cellsOf(bytes)).toEqual(['年报!A1 1']);
  });

  test('rows out of order are left to the other reader', async () => {
    const bytes = makeWorkbook(
      '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
    );
    const { ours } = await bothReadings(bytes);
    expect(ours).toBeNull();
    expect(await cellsOf(bytes)).toEqual(['年报!A1 1', '年报!A2 2']);
  });
});

test('any table of numbers and texts, however it is spelled, comes back as it is', async () => {
  const text = fc.string({
    unit: fc.constantFrom('法', '<', '&', '"', "'", '>', 'a', '\u{1d7d1}', '1'),
    minLength: 1,
    maxLength: 8,
  });
  const cell = fc.oneof(fc.constant(null), fc.integer({ min: -1e9, max: 1e12 }), text);
  const spelling = fc.record({
    addressed: fc.boolean(),
    spaced: fc.boolean(),
    quote: fc.constantFrom('"', "'"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }),
      spelling,
      async (table, how) => {
        const rows = table
          .map(
            (row, at) =>
              `<row>${row.map((value, column) => spelled(value, `${'ABCDEF'[column]}${at + 1}`, how)).join('')}</row>`,
          )
          .join('');
        const { ours } = await bothReadings(makeWorkbook(rows));
        const cells = new Map(
          ours?.[0]?.rows.flatMap((row) => row.cells.map((one) => [one.at, one.number ?? one.text])),
        );
        const wanted = table.flatMap((row, at) =>
          row.flatMap((value, column) =>
            value === null ? [] : [[`年报!${'ABCDEF'[column]}${at + 1}`, String(value)] as const],
          ),
        );
        expect(cells).toEqual(new Map(wanted));
      },
    ),
    { numRuns: 300 },
  );
});

interface Spelling {
  readonly addressed: boolean;
  readonly spaced: boolean;
  readonly quote: string;
}

function spelled(value: number | string | null, at: string, { addressed, spaced, quote }: Spelling): string {
  const space = spaced ? '\n  ' : ' ';
  const attribute = (name: string, text: string): string => `${space}${name}=${quote}${text}${quote}`;
  const tag = `<c${addressed ? attribute('r', at) : ''}`;
  if (value === null) return `${tag}/>`;
  if (typeof value === 'number') return `${tag}><v>${value}</v></c>`;
  const escaped = [...value].map((character) =>
    /[<&>]/.test(character) ? `&#${character.codePointAt(0)};` : character,
  );
  return `${tag}${attribute('t', 'inlineStr')}><is><t xml:space="preserve">${escaped.join('')}</t></is></c>`;
}
