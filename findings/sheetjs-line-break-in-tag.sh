#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). XML lets a line break stand between the name of an element and its attributes, and
# programs that break long lines write cells so. SheetJS drops such a cell without an error; it reads the same with
# a space, and a row whose tag is broken. exceljs 4.4.0 reads all three.
# Seen: [[11,null,13]] by SheetJS, [[11,12,13]] by exceljs.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3 exceljs@4.4.0 jszip@3.10.1
cat >try.cjs <<'JS'
const XLSX = require('@e965/xlsx');
const ExcelJS = require('exceljs');
const JSZip = require('jszip');
/** A workbook by exceljs whose only sheet holds these rows instead. */
async function workbook(rows) {
  const made = new ExcelJS.Workbook();
  made.addWorksheet('A').getCell('A1').value = 1;
  const zip = await JSZip.loadAsync(await made.xlsx.writeBuffer());
  const sheet = await zip.file('xl/worksheets/sheet1.xml').async('string');
  const data = `<sheetData>${rows}</sheetData>`;
  zip.file(
    'xl/worksheets/sheet1.xml',
    sheet.replace(/<dimension[^>]*>/, '').replace(/<sheetData>.*<\/sheetData>/s, data),
  );
  return zip.generateAsync({ type: 'nodebuffer' });
}
const bySheetJS = (bytes) => XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets.A, { header: 1 });
async function byExcelJS(bytes) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  const rows = [];
  book.worksheets[0].eachRow((row) => rows.push(row.values.slice(1)));
  return rows;
}
(async () => {
  const bytes = await workbook(
    '<row r="1"><c r="A1"><v>11</v></c><c\n r="B1"><v>12</v></c><c  r="C1"><v>13</v></c></row>',
  );
  const seen = [bySheetJS(bytes), await byExcelJS(bytes)].map((rows) => JSON.stringify(rows));
  console.log(seen.join(' '));
  if (seen[0] !== '[[11,null,13]]' || seen[1] !== '[[11,12,13]]') process.exit(1);
})();
JS
node try.cjs
