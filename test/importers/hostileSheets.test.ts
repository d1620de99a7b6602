import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileDraft } from '../../importers/draft/draft.js';
import { createReaderPool, type ReaderPool } from '../../importers/worker/readerPool.js';
import {
  cellXml,
  report,
  reportParts,
  reportRows,
  reportWith,
  title,
  varied,
  withSharedStrings,
} from '../support/hostile.js';
import { makeZip, workbookParts } from './reading/zip.js';

let pool: ReaderPool;
beforeAll(() => {
  pool = createReaderPool({ workers: 1 });
});
afterAll(() => pool.close());

const read = (bytes: Buffer): Promise<FileDraft> => pool.read(bytes, '年报.xlsx', { blanksAreZero: false });

function codesOf({ problems, reports }: FileDraft): string[] {
  return [...problems, ...reports.flatMap((draft) => draft.problems)].map(({ code }) => code);
}

function values({ reports }: FileDraft): (string | null)[] {
  return Object.values(reports[0]?.cells ?? {}).map(({ value }) => value);
}

const expected = Object.values(report.cells).map(({ value }) => value);
const times = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => write(at)).join('');

describe('what is laid over a whole sheet does not hide its values', () => {
  test.each<[string, () => Parameters<typeof reportWith>[0]]>([
    ['a million empty rows', () => ({ rows: times(1_000_000, (at) => `<row r="${at + 100}"/>`) })],
    [
      'styled empties in 500,000 rows',
      () => ({
        rows: times(500_000, (at) => `<row r="${at + 100}" s="1"><c r="A${at + 100}" s="2"/></row>`),
      }),
    ],
    [
      'validations over the whole sheet, 5,000 times',
      () => ({
        after: `<dataValidations>${times(
          5_000,
          () => '<dataValidation type="whole" sqref="A1:XFD1048576"><formula1>0</formula1></dataValidation>',
        )}</dataValidations>`,
      }),
    ],
    [
      'formats that depend on values, over the whole sheet',
      () => ({
        after: times(
          5_000,
          (at) =>
            `<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="${at + 1}"><formula>1</formula></cfRule></conditionalFormatting>`,
        ),
      }),
    ],
    [
      '100,000 merged areas that lie over each other',
      () => ({
        after: `<mergeCells>${times(100_000, (at) => `<mergeCell ref="XFD1:XFD${1_048_576 - at}"/>`)}</mergeCells>`,
      }),
    ],
    [
      'a thousand million columns',
      () => ({ before: '<cols><col min="20" max="999999999" hidden="1"/></cols>' }),
    ],
    [
      'all columns, 3,000 times',
      () => ({ before: `<cols>${times(3_000, () => '<col min="1" max="16384" width="9"/>')}</cols>` }),
    ],
    ['tags nested 100,000 deep', () => ({ after: times(100_000, () => '<a>') })],
    [
      'a matrix formula over the whole sheet',
      () => ({
        rows: '<row r="90"><c r="A90"><f t="array" ref="A90:XFD1048576">1</f><v>1</v></c></row>',
      }),
    ],
    [
      'a link to a file outside in every cell',
      () => ({
        after: '<hyperlinks><hyperlink ref="A1:XFD1048576" location="file:///etc/passwd"/></hyperlinks>',
      }),
    ],
  ])('%s', async (_, what) => {
    expect(values(await read(reportWith(what())))).toEqual(expected);
  });

  test('one merged area over the whole sheet leaves its first cell', async () => {
    const draft = await read(
      reportWith({ after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }),
    );
    expect(codesOf(draft)).toEqual(['NO_FORM_FOUND']);
  });
});

describe('shared strings', () => {
  const shared = (value: string) =>
    withSharedStrings(
      reportRows((cell) =>
        typeof cell.value === 'number'
          ? cellXml(cell).replace(/"><v>.*<\/v>/, '" t="s"><v>0</v>')
          : cellXml(cell),
      ),
      `<si><t>${value}</t></si>`,
    );

  test.each([
    ['figures', '98765432'.repeat(120_000)],
    ['words', varied(1_000_000)],
  ])('a million %s in every cell are refused, not multiplied', async (_, text) => {
    expect(codesOf(await read(shared(text)))).toEqual(['TOO_LARGE']);
  });

  test('20,000 characters in every value cell: each quoted in part', async () => {
    const draft = await read(shared(varied(20_000)));
    expect(new Set(codesOf(draft))).toEqual(new Set(['NOT_A_NUMBER']));
    expect(JSON.stringify(draft).length).toBeLessThan(1_000_000);
  });

  test('a million of them that no cell uses', async () => {
    const strings = times(1_000_000, (at) => `<si><t>${at}</t></si>`);
    expect(values(await read(withSharedStrings(reportRows(), strings)))).toEqual(expected);
  });

  test('a cell that points past the last one is no value', async () => {
    const rows = reportRows((cell) =>
      cell.value === 100 ? cellXml(cell).replace('><v>100', ' t="s"><v>999999999') : cellXml(cell),
    );
    const [first, ...others] = values(await read(withSharedStrings(rows, '<si><t>1</t></si>')));
    if (first !== undefined) expect([first, ...others]).toEqual([null, ...expected.slice(1)]);
  });
});

describe('names that mean something to the program', () => {
  const written = (sheets: Record<string, string>): Buffer => makeZip(workbookParts(sheets));
  const sheetsNamed = (name: string): Record<string, string> =>
    Object.fromEntries([[name, reportRows()]]) as Record<string, string>;

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', '!data', '!ref'])(
    'a sheet called %s',
    async (name) => {
      const draft = await read(written(sheetsNamed(name)));
      expect(values(draft)).toEqual(expected);
      expect(draft.reports[0]?.cells['documents.rules.issued']?.at).toBe(`${name}!D8`);
    },
  );

  test.each(['constructor', '__proto__', 'toString'])(
    'a broken sheet called %s is said to be',
    async (name) => {
      const parts = workbookParts(sheetsNamed(name)).filter((part) => !part.name.includes('sheet1'));
      expect(codesOf(await read(makeZip(parts)))).toEqual(['UNREADABLE']);
    },
  );

  test.each(['__proto__', 'constructor', 'toString', 'valueOf'])(
    '%s as a label and as a value',
    async (name) => {
      const rows = reportRows((cell) =>
        cell.value === 100 || cell.value === '规章' ? cellXml({ ...cell, value: name }) : cellXml(cell),
      );
      const draft = await read(makeZip(reportParts(rows)));
      const found = values(draft).filter((value) => value !== null);
      expect(expected).toEqual(expect.arrayContaining(found));
      expect(codesOf(draft)).not.toEqual([]);
    },
  );
});

describe('signs no database keeps', () => {
  test.each([
    ['NUL', '12_x0000_3'],
    ['half a character', '12&#xD800;3'],
  ])('%s in a value, a label, the title and the prose', async (_, text) => {
    const rows = reportRows((cell) => {
      if (cell.value === 100) return cellXml({ ...cell, value: text });
      if (cell.value === title || String(cell.value).startsWith('本机关全年'))
        return cellXml({ ...cell, value: `${cell.value}${text}` });
      return cellXml(cell);
    });
    const draft = await read(makeZip(reportParts(rows)));
    expect(values(draft)).toEqual([null, ...expected.slice(1)]);
    expect(JSON.stringify(draft)).not.toMatch(/\\u0000|\\ud800/);
  });
});

test('what a macro, a link to another file or a sheet of old macros left behind is never used', async () => {
  const rows = reportRows((cell) =>
    cell.value === 100
      ? cellXml(cell).replace(
          '<v>',
          '<f>[1]表!A1+DDE(&quot;cmd&quot;,&quot;/c calc&quot;,&quot;&quot;)</f><v>',
        )
      : cellXml(cell),
  );
  const draft = await read(
    makeZip([
      ...reportParts(rows),
      { name: 'xl/externalLinks/externalLink1.xml', content: '<externalLink><externalBook/></externalLink>' },
      {
        name: 'xl/externalLinks/_rels/externalLink1.xml.rels',
        content:
          '<Relationships><Relationship Id="rId1" Target="http://127.0.0.1:1/x" TargetMode="External"/></Relationships>',
      },
      { name: 'xl/vbaProject.bin', content: 'x' },
      { name: 'xl/macrosheets/sheet1.xml', content: '<macrosheet/>' },
    ]),
  );
  expect(values(draft)).toEqual(expected);
  expect(codesOf(draft)).toEqual(['MACROS_IGNORED']);
});
