#!/usr/bin/env bash
# exceljs 4.4.0. The properties of a font are switches with a value (CT_BooleanProperty, ECMA-376 18.8): <strike
# val="0"/> says that a text is not struck out, and openpyxl writes it so for Font(strike=False). exceljs looks at
# the element alone: the number counts as struck out, and the file it writes strikes it out for everybody. Seen:
# {"strike":true}, and <strike/> in the file written back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 fflate@0.8.3
cat >try.cjs <<'JS'
const ExcelJS = require('exceljs');
const { strFromU8, strToU8, unzipSync, zipSync } = require('fflate');
(async () => {
  const made = new ExcelJS.Workbook();
  const cell = made.addWorksheet('A').getCell('A1');
  cell.value = 12;
  cell.font = { strike: true };
  const parts = unzipSync(new Uint8Array(await made.xlsx.writeBuffer()));
  const styles = strFromU8(parts['xl/styles.xml']).replace('<strike/>', '<strike val="0"/>');
  parts['xl/styles.xml'] = strToU8(styles);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(zipSync(parts)));
  const seen = JSON.stringify(book.worksheets[0].getCell('A1').font);
  const again = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  const back = strFromU8(again['xl/styles.xml']).match(/<strike[^>]*>/)?.[0];
  console.log(styles.includes('<strike val="0"/>'), seen, back);
  if (!styles.includes('<strike val="0"/>') || seen !== '{"strike":true}' || back !== '<strike/>') process.exit(1);
})();
JS
node try.cjs
