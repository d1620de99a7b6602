import { listSheet } from './listSheet.js';
import type { Mark } from './Mark.js';
import { packedZip } from './packedZip.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const typeOf = (part: string): string =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;

/** A workbook with nothing but the list of what is wrong: beside a file that cannot be marked itself. */
export function listWorkbook(marks: readonly Mark[]): Buffer {
  const relations = (type: string, target: string): string =>
    `<Relationships xmlns="${packageOf}/relationships">` +
    `<Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const parts: readonly (readonly [name: string, xml: string])[] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${packageOf}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${typeOf('sheet.main')}"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typeOf('worksheet')}"/></Types>`,
    ],
    ['_rels/.rels', relations('officeDocument', 'xl/workbook.xml')],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
        '<sheet name="核对结果" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ],
    ['xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml')],
  ];
  return packedZip([
    ...parts.map(([name, xml]) => ({ name, content: Buffer.from(declaration + xml, 'utf8') })),
    { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(listSheet(marks, { isBeside: false }), 'utf8') },
  ]);
}
