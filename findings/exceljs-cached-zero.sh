#!/usr/bin/env bash
# exceljs 4.4.0. A formula cell keeps the result that the spreadsheet program calculated. exceljs hands out the
# results of formulas, but not one that is 0: the value of the cell then looks like that of a formula that was
# never calculated. Seen: {"formula":"1-1"} for a stored result of 0, {"formula":"1+1","result":2} for 2.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0
cat >try.cjs <<'JS'
const ExcelJS = require('exceljs');
(async () => {
  const made = new ExcelJS.Workbook();
  const sheet = made.addWorksheet('A');
  sheet.getCell('A1').value = { formula: '1-1', result: 0 };
  sheet.getCell('B1').value = { formula: '1+1', result: 2 };
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(await made.xlsx.writeBuffer());
  const [zero, two] = ['A1', 'B1'].map((at) => read.worksheets[0].getCell(at).value);
  console.log(JSON.stringify(zero), JSON.stringify(two));
  if ('result' in zero || two.result !== 2) process.exit(1);
})();
JS
node try.cjs
