#!/usr/bin/env bash
# exceljs 4.4.0. The number of a row and the address of a cell are optional in ECMA-376 (18.3.1.73, 18.3.1.4): what
# follows takes the next place. exceljs refuses the whole workbook; SheetJS 0.20.3 reads it.
# Seen: "Invalid row number in model" by exceljs, [[11,12],[21]] by SheetJS.
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
  const bytes = await workbook('<row><c><v>11</v></c><c><v>12</v></c></row><row><c><v>21</v></c></row>');
  const refused = await byExcelJS(bytes).catch(({ message }) => message);
  const read = JSON.stringify(bySheetJS(bytes));
  console.log(refused, read);
  if (refused !== 'Invalid row number in model' || read !== '[[11,12],[21]]') process.exit(1);
})();
JS
node try.cjs
