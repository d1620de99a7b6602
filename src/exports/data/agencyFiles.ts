import { newWorkbook } from '../newWorkbook.js';
import { csvField } from './exportCsv.js';
import { agencyTable, type AgencyLine } from '../../filing/agencies/agencyTable.js';

/** A table of agencies as CSV, line by line. */
export async function* agencyCsv(lines: AsyncIterable<AgencyLine>): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(agencyTable.map(({ headings }) => headings[0] ?? ''))}`;
  for await (const line of lines) yield csvLine(agencyTable.map(({ print }) => print(line)));
}

function csvLine(fields: readonly string[]): string {
  return `${fields.map((field) => csvField(field, false)).join(',')}\r\n`;
}

/** The same as a workbook; every cell is text, so that codes keep their zeros. */
export async function agencyWorkbook(lines: AsyncIterable<AgencyLine>): Promise<Buffer> {
  const workbook = await newWorkbook();
  const sheet = workbook.addWorksheet('机关名单', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = agencyTable.map(({ headings, property }) => ({
    header: headings[0] ?? '',
    width: property === 'name' || property === 'aliases' ? 30 : 18,
    style: { numFmt: '@' },
  }));
  sheet.getRow(1).font = { bold: true };
  for await (const line of lines) sheet.addRow(agencyTable.map(({ print }) => print(line)));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
