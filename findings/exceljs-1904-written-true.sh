#!/usr/bin/env bash
# exceljs 4.4.0 with @e965/xlsx 0.20.3 (SheetJS). A workbook that counts its days from 1904 says so by an
# attribute of the type xsd:boolean, "1" or "true". SheetJS writes "true"; exceljs takes only "1" for yes: every
# day of such a workbook is four years and a day too early, without an error. Seen: 2020-03-04 for 2024-03-05, and
# the right day with "1".
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
async function dayOf(bytes) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes);
  return book.worksheets[0].getCell('A1').value.toISOString().slice(0, 10);
}
(async () => {
  const sheet = XLSX.utils.aoa_to_sheet([[43894]]);
  sheet.A1.z = 'yyyy-mm-dd';
  const book = { ...XLSX.utils.book_new(), Workbook: { WBProps: { date1904: true } } };
  XLSX.utils.book_append_sheet(book, sheet, 'A');
  const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
  const parts = unzipSync(bytes);
  const written = strFromU8(parts['xl/workbook.xml']);
  const as1 = written.replace('date1904="true"', 'date1904="1"');
  parts['xl/workbook.xml'] = strToU8(as1);
  const seen = [await dayOf(bytes), await dayOf(Buffer.from(zipSync(parts)))];
  console.log(written !== as1, JSON.stringify(seen));
  if (written === as1 || JSON.stringify(seen) !== '["2020-03-04","2024-03-05"]') process.exit(1);
})();
JS
node try.cjs
