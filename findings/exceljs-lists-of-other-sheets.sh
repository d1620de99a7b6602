#!/usr/bin/env bash
# exceljs 4.4.0. A list of allowed words whose source is a range of another sheet is stored by Excel 2010 and later in
# the extensions of the sheet (x14:dataValidations, MS-XLSX 2.6.55); one with the words in itself stands in the sheet
# proper. Read and written back, the second is kept and the first is gone, without an error: anything can be typed
# again. Seen: one of two lists.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 jszip@3.10.1
cat >try.cjs <<'JS'
const ExcelJS = require('exceljs');
const JSZip = require('jszip');
const packed = (names, sheet) => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const list = (parts) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${parts
      .map(([type, target], at) => `<Relationship Id="r${at + 1}" Type="${relations}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/>` +
      `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${content}.worksheet+xml"/></Types>`,
  );
  zip.file('_rels/.rels', list([['officeDocument', 'xl/workbook.xml']]));
  zip.file(
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="ledger" sheetId="1" r:id="r1"/>` +
      `<sheet name="words" sheetId="2" r:id="r2"/></sheets>${names}</workbook>`,
  );
  zip.file(
    'xl/_rels/workbook.xml.rels',
    list([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', 'worksheets/sheet2.xml'],
    ]),
  );
  zip.file('xl/worksheets/sheet1.xml', sheet);
  zip.file('xl/worksheets/sheet2.xml', `<worksheet xmlns="${main}"><sheetData/></worksheet>`);
  return zip.generateAsync({ type: 'nodebuffer' });
};
const again = async (bytes, part) => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes);
  const zip = await JSZip.loadAsync(await workbook.xlsx.writeBuffer());
  return zip.file(part).async('string');
};
const sheet =
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/>' +
  '<dataValidations count="1"><dataValidation type="list" sqref="A2"><formula1>"yes,no"</formula1></dataValidation></dataValidations>' +
  '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">' +
  '<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1"><x14:dataValidation type="list">' +
  '<x14:formula1><xm:f>words!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>';
packed('', sheet)
  .then((bytes) => again(bytes, 'xl/worksheets/sheet1.xml'))
  .then((xml) => {
    const seen = JSON.stringify([xml.includes('&quot;yes,no&quot;'), xml.includes('words!$A$1:$A$3')]);
    console.log(seen);
    if (seen !== '[true,false]') process.exit(1);
  });
JS
node try.cjs
