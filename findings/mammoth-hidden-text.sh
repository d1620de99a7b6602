#!/usr/bin/env bash
# mammoth 1.13.0. Word does not show text whose run is marked hidden (w:vanish, ECMA-376 17.3.2.41); offices hide
# an old figure so instead of deleting it. mammoth converts it as if it were shown, without a message: a hidden 9
# before a 12 becomes 912, as HTML and as raw text. Seen: <p>共912件</p> and no message.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mammoth@1.13.0 docx@9.15.2 nanoid@5.1.6
cat >try.cjs <<'JS'
const { Document, Packer, Paragraph, TextRun } = require('docx');
const mammoth = require('mammoth');
(async () => {
  const children = [new TextRun('共'), new TextRun({ text: '9', vanish: true }), new TextRun('12件')];
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
  const { value, messages } = await mammoth.convertToHtml({ buffer });
  console.log(value, messages.length);
  if (value !== '<p>共912件</p>' || messages.length > 0) process.exit(1);
})();
JS
node try.cjs
