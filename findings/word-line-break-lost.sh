#!/usr/bin/env bash
# docx 9.15.2 and exceljs 4.4.0. Where a line ends within a paragraph or a cell, Word and WPS put U+000B on the
# clipboard, and that is how it comes in text pasted into a page. XML cannot hold the character; SheetJS 0.20.3 writes
# it as _x000b_, as ECMA-376 provides (ST_Xstring). docx and exceljs drop it without an error or a break: 12 and 34 on
# two lines become 1234. Seen: 1234, 1234, 12_x000b_34.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts docx@9.15.2 exceljs@4.4.0 @e965/xlsx@0.20.3 jszip@3.10.1
cat >try.cjs <<'JS'
const XLSX = require('@e965/xlsx');
const { Document, Packer, Paragraph } = require('docx');
const ExcelJS = require('exceljs');
const JSZip = require('jszip');
const text = '12\u000b34';
const written = async (bytes, part) => />([^<]*34)</.exec(await (await JSZip.loadAsync(bytes)).file(part).async('string'))[1];
(async () => {
  const document = new Document({ sections: [{ children: [new Paragraph(text)] }] });
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('a').getCell('A1').value = text;
  const sheet = XLSX.utils.aoa_to_sheet([[text]]);
  const seen = JSON.stringify([
    await written(await Packer.toBuffer(document), 'word/document.xml'),
    await written(await workbook.xlsx.writeBuffer(), 'xl/sharedStrings.xml'),
    await written(
      XLSX.write({ SheetNames: ['a'], Sheets: { a: sheet } }, { type: 'buffer', bookSST: true }),
      'xl/sharedStrings.xml',
    ),
  ]);
  console.log(seen);
  if (seen !== '["1234","1234","12_x000b_34"]') process.exit(1);
})();
JS
node try.cjs
