#!/usr/bin/env bash
# exceljs 4.4.0. A cell of type d holds its day as ISO 8601 text (ECMA-376, ST_CellType; openpyxl writes such
# cells when asked for iso_dates). exceljs takes the leading digits of the text for the number of the cell: a day
# becomes a count, without an error. Seen: 2024 for 2024-03-05; SheetJS 0.20.3 reads the day.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 @e965/xlsx@0.20.3 fflate@0.8.3
cat >try.cjs <<'JS'
const ExcelJS = require('exceljs');
const XLSX = require('@e965/xlsx');
const { strFromU8, strToU8, unzipSync, zipSync } = require('fflate');
(async () => {
  const made = new ExcelJS.Workbook();
  made.addWorksheet('A').getCell('A1').value = 1;
  const parts = unzipSync(new Uint8Array(await made.xlsx.writeBuffer()));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']);
  const day = sheet.replace(/<c r="A1"[^>]*><v>1<\/v>/, '<c r="A1" t="d"><v>2024-03-05</v>');
  if (day === sheet) throw new Error('the cell was not found');
  const bytes = Buffer.from(zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(day) }));
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(bytes);
  const { value } = read.worksheets[0].getCell('A1');
  const other = XLSX.read(bytes, { cellDates: true, UTC: true }).Sheets.A.A1.v;
  console.log(JSON.stringify({ exceljs: value, sheetjs: other }));
  if (value !== 2024 || !JSON.stringify(other).startsWith('"2024-03-05')) process.exit(1);
})();
JS
node try.cjs
