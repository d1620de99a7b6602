#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). In the XML of a workbook a character may be written as a reference. For one beyond
# U+FFFF, SheetJS keeps 16 bits of its number: &#120785; (a mathematical bold 3) becomes U+D7D1, a Hangul letter.
# The same file read by exceljs 4.4.0 has the right character.
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
(async () => {
  const made = new ExcelJS.Workbook();
  made.addWorksheet('A').getCell('A1').value = 'x';
  const zip = await JSZip.loadAsync(await made.xlsx.writeBuffer());
  const strings = await zip.file('xl/sharedStrings.xml').async('string');
  zip.file('xl/sharedStrings.xml', strings.replace('>x<', '>&#120785;<'));
  const bytes = await zip.generateAsync({ type: 'nodebuffer' });
  const other = new ExcelJS.Workbook();
  await other.xlsx.load(bytes);
  const seen = [XLSX.read(bytes).Sheets.A.A1.v, other.worksheets[0].getCell('A1').value];
  console.log(seen.map((text) => `U+${text.codePointAt(0).toString(16)}`).join(' '));
  if (seen[0].codePointAt(0) !== 0xd7d1 || seen[1].codePointAt(0) !== 0x1d7d1) process.exit(1);
})();
JS
node try.cjs
