#!/usr/bin/env bash
# exceljs 4.4.0. XML lets any text stand in a section of character data; writers that never escape wrap all values in
# one. exceljs reads such a number as an empty cell, without an error; SheetJS 0.20.3 reads it.
# Seen: [[null,6]] by exceljs, [[5,6]] by SheetJS.
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
    '<row r="1"><c r="A1"><v><![CDATA[5]]></v></c><c r="B1"><v>6</v></c></row>',
  );
  const seen = [await byExcelJS(bytes), bySheetJS(bytes)].map((rows) => JSON.stringify(rows));
  console.log(seen.join(' '));
  if (seen[0] !== '[[null,6]]' || seen[1] !== '[[5,6]]') process.exit(1);
})();
JS
node try.cjs
