#!/usr/bin/env bash
# pdf-parse 2.4.5, getTable(). In a ruled table whose first cell spans two rows, as the groups of a statutory table
# do, the second of these rows has no place for the spanning cell: its own cells move one column to the left, and
# a count is found under the heading of another, without an error. pdftotext -layout keeps the columns.
# Seen: [["group","kind","count"],["I","a","12"],["b","34"],["II","c","56"]].
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdf-parse@2.4.5 pdfmake@0.3.11
cat >try.cjs <<'JS'
const pdfmake = require('pdfmake');
const { PDFParse } = require('pdf-parse');
(async () => {
  pdfmake.addFonts(require('pdfmake/standard-fonts/Helvetica'));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const body = [
    ['group', 'kind', 'count'],
    [{ text: 'I', rowSpan: 2 }, 'a', '12'],
    ['', 'b', '34'],
    ['II', 'c', '56'],
  ];
  const content = [{ table: { widths: [60, 60, 60], body } }];
  const data = await pdfmake.createPdf({ defaultStyle: { font: 'Helvetica' }, content }).getBuffer();
  const { pages } = await new PDFParse({ data: new Uint8Array(data) }).getTable();
  const rows = pages[0].tables[0].map((row) => row.map((cell) => cell.trim()));
  console.log(JSON.stringify(rows));
  if (JSON.stringify(rows[2]) !== '["b","34"]' || rows[1].length !== 3) process.exit(1);
})();
JS
node try.cjs
