#!/usr/bin/env bash
# mammoth 1.13.0. In a Word document w:cr ends a line within a paragraph, and w:fldSimple holds a field with the
# result that is shown, as a total below a column. mammoth warns and drops both: 12, a line end, 34 comes out as
# 1234, and the total is gone. Seen: <p>1234</p><p>total </p>.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mammoth@1.13.0 docx@9.15.2 nanoid@5.1.6
cat >try.cjs <<'JS'
const { CarriageReturn, Document, Packer, Paragraph, SimpleField, TextRun } = require('docx');
const mammoth = require('mammoth');
(async () => {
  const lines = new Paragraph({ children: [new TextRun({ children: ['12', new CarriageReturn(), '34'] })] });
  const total = new Paragraph({ children: [new TextRun('total '), new SimpleField('=SUM(ABOVE)', '46')] });
  const file = await Packer.toBuffer(new Document({ sections: [{ children: [lines, total] }] }));
  const { value } = await mammoth.convertToHtml({ buffer: file });
  console.log(value);
  if (value !== '<p>1234</p><p>total </p>') process.exit(1);
})();
JS
node try.cjs
