#!/usr/bin/env bash
# hucre 1.0.0. In a binary workbook a cell that follows its neighbour may be written without its column (the
# records of short cells in MS-XLSB: BrtShortReal, BrtShortIsst and others), as SheetJS 0.20.3 writes them;
# SheetJS and LibreOffice read them. hucre passes over every one of them without an error: of each row only the
# first cell is left. Seen: [["a"],["b"]] for [["a",12,13],["b",1.5,"x"]].
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hucre@1.0.0 @e965/xlsx@0.20.3
cat >try.mjs <<'JS'
import { read } from 'hucre';
import XLSX from '@e965/xlsx';
const book = XLSX.utils.book_new();
const rows = [['a', 12, 13], ['b', 1.5, 'x']];
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'A');
const bytes = XLSX.write(book, { type: 'buffer', bookType: 'xlsb' });
const bySheetJS = XLSX.utils.sheet_to_json(XLSX.read(bytes).Sheets.A, { header: 1 });
const byHucre = (await read(new Uint8Array(bytes))).sheets[0].rows;
console.log(JSON.stringify(bySheetJS), JSON.stringify(byHucre));
if (JSON.stringify(bySheetJS) !== JSON.stringify(rows)) process.exit(1);
if (JSON.stringify(byHucre) !== '[["a"],["b"]]') process.exit(1);
JS
node try.mjs
