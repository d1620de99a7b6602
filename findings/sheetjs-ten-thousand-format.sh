#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). Chinese offices show amounts stored in 元 as 万元 by number formats with a quoted or
# escaped point: 0"."0, and 0!.0, (the menu of WPS), which print the last digit behind the point. 732051 reads
# 73.2万元 on the screen. SheetJS renders 7.32万元 for the one, ten times too small, and 732!.1万元 for the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3
cat >try.cjs <<'JS'
const XLSX = require('@e965/xlsx');
const sheet = XLSX.utils.aoa_to_sheet([[732051, 732051]]);
sheet.A1.z = '0"."0,"万元"';
sheet.B1.z = '0!.0,"万元"';
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, 'A');
const read = XLSX.read(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }), { cellNF: true }).Sheets.A;
console.log(read.A1.z, '->', read.A1.w, '|', read.B1.z, '->', read.B1.w);
if (read.A1.w !== '7.32万元' || read.B1.w !== '732!.1万元') process.exit(1);
JS
node try.cjs
