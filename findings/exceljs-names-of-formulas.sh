#!/usr/bin/env bash
# exceljs 4.4.0. A name of a workbook may stand for a formula, as offices have it for the list of a column that grows:
# OFFSET(words!$A$1,0,0,3). Read and written back, the name of that formula is another text, which is no formula any
# more, without an error; a name that stands for a plain number is gone. Seen: the OFFSET stands inside the quoted
# name of a sheet, and one of two names is left.
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
const names =
  '<definedNames><definedName name="share">0.5</definedName>' +
  '<definedName name="words">OFFSET(words!$A$1,0,0,3)</definedName></definedNames>';
const sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>';
packed(names, sheet)
  .then((bytes) => again(bytes, 'xl/workbook.xml'))
  .then((xml) => {
    const seen = JSON.stringify(xml.match(/<definedName [^>]*>[^<]*/g));
    console.log(seen);
    if (seen !== JSON.stringify(["<definedName name=\"words\">&apos;OFFSET(words&apos;!$A$1"])) process.exit(1);
  });
JS
node try.cjs
