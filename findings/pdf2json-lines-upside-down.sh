#!/usr/bin/env bash
# pdf2json 4.0.3, getRawTextContent. The pieces of text of a page come with their places, and these are right; the
# plain text that is made of them has the lines of the page from the bottom to the top, so that totals stand before
# what they add up and a label of two lines reads backwards, without an error. Seen: "3 4", then "1 2", for a table
# with 1 and 2 in its first row.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdf2json@4.0.3 pdfmake@0.3.11
cat >try.cjs <<'JS'
const pdfMake = require('pdfmake');
const fonts = require('pdfmake/build/vfs_fonts.js');
const name = 'Roboto-Regular.ttf';
pdfMake.virtualfs.writeFileSync(name, Buffer.from(fonts[name], 'base64'));
pdfMake.addFonts({ Roboto: { normal: name } });
pdfMake.setLocalAccessPolicy(() => true);
(async () => {
  const { default: PDFParser } = await import('pdf2json');
  const table = { body: [['1', '2'], ['3', '4']] };
  const pdf = await pdfMake.createPdf({ content: [{ table }] }).getBuffer();
  const parser = new PDFParser(null, true);
  parser.on('pdfParser_dataReady', ({ Pages: [{ Texts }] }) => {
    const heights = Texts.map(({ y }) => y);
    const seen = JSON.stringify([
      parser.getRawTextContent().split('\r\n').slice(0, 2),
      Texts.map(({ R: [{ T }] }) => decodeURIComponent(T)),
      heights[0] < heights[2],
    ]);
    console.log(seen);
    if (seen !== '[["3 4","1 2"],["1","2","3","4"],true]') process.exit(1);
  });
  parser.on('pdfParser_dataError', () => process.exit(1));
  parser.parseBuffer(pdf);
})();
JS
node try.cjs
