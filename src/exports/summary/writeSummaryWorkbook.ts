import { address } from '../../../importers/reading/grid.js';
import { leadingColumns } from './summaryHeader.js';
import { headLines, summarySheet } from './summarySheet.js';
import { stylesXml } from './summaryStyles.js';
import type { SummaryTable } from './summaryTable.js';
import { zipStream } from './zipStream.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${declaration}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`;

const relationships = (targets: Readonly<Record<string, string>>) =>
  `${declaration}<Relationships xmlns="${packaging}/relationships">${Object.entries(targets)
    .map(
      ([type, target], index) =>
        `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

/**
 * 汇总表 as a workbook, piece by piece: a line is read when there is room for it, so memory stays the same
 * whatever its length.
 */
export function writeSummaryWorkbook(table: SummaryTable): AsyncGenerator<Buffer> {
  return zipStream([
    { name: '[Content_Types].xml', pieces: [contentTypes] },
    { name: '_rels/.rels', pieces: [relationships({ officeDocument: 'xl/workbook.xml' })] },
    { name: 'xl/workbook.xml', pieces: [workbookXml(table)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      pieces: [relationships({ worksheet: 'worksheets/sheet1.xml', styles: 'styles.xml' })],
    },
    { name: 'xl/styles.xml', pieces: [stylesXml] },
    { name: 'xl/worksheets/sheet1.xml', pieces: summarySheet(table) },
  ]);
}

/** The head and whose line it is are printed on every page. */
function workbookXml({ form }: SummaryTable): string {
  const lastColumn = address(0, leadingColumns.length - 1).slice(0, -1);
  const titles = `汇总表!$A:$${lastColumn},汇总表!$1:$${headLines(form)}`;
  return `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets><sheet name="汇总表" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${titles}</definedName></definedNames></workbook>`;
}
