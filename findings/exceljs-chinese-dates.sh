#!/usr/bin/env bash
# exceljs 4.4.0. Built-in number formats 27 to 36 and 50 to 58 are dates in Chinese installations (31 is
# yyyy年m月d日); files name them by number alone, as ECMA-376 18.8.30 allows. exceljs does not know these numbers:
# read and written back, the format is gone and 2024年3月5日 has become 45356.
# Seen: numFmt undefined after reading, numFmtId="0" after writing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 jszip@3.10.1
cat >try.cjs <<'JS'
const ExcelJS = require('exceljs');
const JSZip = require('jszip');
(async () => {
  const made = new ExcelJS.Workbook();
  const cell = made.addWorksheet('A').getCell('A1');
  cell.value = 45356;
  cell.numFmt = '0.00'; // built-in 2, replaced below by built-in 31
  const zip = await JSZip.loadAsync(await made.xlsx.writeBuffer());
  const styles = await zip.file('xl/styles.xml').async('string');
  zip.file('xl/styles.xml', styles.replace('numFmtId="2" ', 'numFmtId="31" '));
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(await zip.generateAsync({ type: 'nodebuffer' }));
  const again = await JSZip.loadAsync(await read.xlsx.writeBuffer());
  const written = await again.file('xl/styles.xml').async('string');
  console.log('numFmt after reading:', read.worksheets[0].getCell('A1').numFmt);
  console.log('numFmtId="31" still there after writing:', written.includes('numFmtId="31"'));
  if (written.includes('numFmtId="31"')) process.exit(1);
})();
JS
node try.cjs
