import { readFileSync } from 'node:fs';
import { makeWorkbook, makeZip, workbookParts, type ZipPart } from '../importers/reading/zip.js';
import { address } from '../../importers/reading/grid.js';
import type { Fixture, FixtureCell } from '../fixtures/layouts/fixture.js';

const layouts = new URL('../fixtures/layouts/layouts.json', import.meta.url);

/** A report stacked on one sheet, a different number in each of its 200 cells. */
export const report: Fixture = (JSON.parse(readFileSync(layouts, 'utf8')) as Fixture[]).find(
  ({ form, layout }) => form === '2021' && layout === 'stacked',
)!;

export const title = `${report.agency}${report.year}年政府信息公开工作年度报告`;

/** One cell as XML. */
export function cellXml({ row, column, value }: FixtureCell): string {
  const at = address(row, column);
  return typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

/** The rows of the report as XML, each cell as the test writes it. */
export function reportRows(write: (cell: FixtureCell) => string = cellXml): string {
  const rows = new Map<number, string>();
  for (const cell of report.sheets[0]?.cells ?? [])
    rows.set(cell.row, (rows.get(cell.row) ?? '') + write(cell));
  return [...rows].map(([row, cells]) => `<row r="${row + 1}">${cells}</row>`).join('');
}

/** The report with more XML before and after its cells. */
export function reportWith({ before = '', after = '', rows = '' }): Buffer {
  return withSheet((sheet) =>
    sheet
      .replace('<sheetData>', `${before}<sheetData>`)
      .replace('</sheetData>', () => `${rows}</sheetData>${after}`),
  );
}

/** The report with its sheet changed as a whole. */
export function withSheet(change: (sheet: string) => string | Buffer): Buffer {
  return makeZip(
    reportParts().map((part) =>
      part.name.includes('sheet1') ? { ...part, content: change(String(part.content)) } : part,
    ),
  );
}

export function reportParts(rows = reportRows()): ZipPart[] {
  return workbookParts({ 年报: rows });
}

/** A workbook whose cells may refer to shared strings, given as XML. */
export function withSharedStrings(rows: string, strings: string): Buffer {
  const type =
    '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>';
  const parts = reportParts(rows).map((part) =>
    part.name === '[Content_Types].xml'
      ? { ...part, content: String(part.content).replace('</Types>', `${type}</Types>`) }
      : part,
  );
  return makeZip([...parts, { name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>` }]);
}

export function oneCell(cell: string): Buffer {
  return makeWorkbook(`<row r="1">${cell}</row>`);
}

/** Text that does not deflate to nothing. */
export function varied(characters: number): string {
  const pieces: string[] = [];
  for (let at = 0, length = 0; length < characters; at += 1) {
    const piece = `第${at}项政府信息${(at * 7919) % 1009}`;
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join('').slice(0, characters);
}
