#!/usr/bin/env bash
# pdfmake 0.3.11. A character that the font has no glyph for is left out of the page and of the text, without an
# error or a warning: a name loses a character. Seen with the Roboto that comes with pdfmake: the text of the page
# is "A", two times U+0000, "B": the Chinese characters between them are neither shown nor found.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdfmake@0.3.11 pdfjs-dist@5.6.205
cat >try.cjs <<'JS'
const path = require('node:path');
const pdfmake = require('pdfmake');
const font = path.join(path.dirname(require.resolve('pdfmake/package.json')), 'fonts/Roboto/Roboto-Regular.ttf');
(async () => {
  pdfmake.setFonts({ Roboto: { normal: font } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const file = await pdfmake.createPdf({ content: ['A年报B'] }).getBuffer();
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const page = await (await getDocument({ data: new Uint8Array(file) }).promise).getPage(1);
  const text = (await page.getTextContent()).items.map(({ str }) => str).join('');
  console.log(JSON.stringify(text));
  if (/[年报]/.test(text) || !text.includes('A') || !text.includes('B')) process.exit(1);
})();
JS
node try.cjs
