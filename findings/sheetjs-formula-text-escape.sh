#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). A text in a workbook may write a character as _x4E2D_ (ECMA-376, ST_Xstring), in the
# cached result of a formula too. There SheetJS keeps the lower eight bits of the number: 中 (U+4E2D) becomes a
# hyphen. The same text in an inline string is read right.
# Seen: "收-" for the formula, "收中" for the inline string.
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
    '<row r="1"><c r="A1" t="str"><f>B1</f><v>收_x4E2D_</v></c>' +
      '<c r="B1" t="inlineStr"><is><t>收_x4E2D_</t></is></c></row>',
  );
  const [seen] = bySheetJS(bytes);
  console.log(JSON.stringify(seen));
  if (seen[0] !== '收-' || seen[1] !== '收中') process.exit(1);
})();
JS
node try.cjs
