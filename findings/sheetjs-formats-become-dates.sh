#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS) with read-excel-file 9.3.17. ECMA-376 leaves the numbers of number formats below 164
# to the built-in ones; 71 to 81 are days of the Thai calendar. SheetJS numbers the formats of the user from 60 on
# and writes their codes out. read-excel-file goes by the number and does not look at the code: in a workbook with
# a dozen formats (件, 元, 万元 ...), counts come back as days, without an error. Seen: 12 for the eleventh format and
# a Date for the twelfth, both of them 0"unit".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3 read-excel-file@9.3.17
cat >try.cjs <<'JS'
const XLSX = require('@e965/xlsx');
const readExcelFile = require('read-excel-file/node');
(async () => {
  const formats = Array.from({ length: 12 }, (_, index) => `0"unit${index}"`);
  const sheet = XLSX.utils.aoa_to_sheet([formats.map(() => 12)]);
  formats.forEach((format, column) => (sheet[XLSX.utils.encode_cell({ r: 0, c: column })].z = format));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, 'A');
  const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsx' });
  const again = XLSX.read(bytes, { cellNF: true }).Sheets.A;
  const [{ data }] = await (readExcelFile.default ?? readExcelFile)(bytes);
  const [eleventh, twelfth] = data[0].slice(10);
  console.log(again.L1.z, again.L1.v, eleventh, twelfth);
  if (again.L1.v !== 12 || eleventh !== 12 || !(twelfth instanceof Date)) process.exit(1);
})();
JS
node try.cjs
