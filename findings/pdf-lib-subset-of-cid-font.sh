#!/usr/bin/env bash
# pdf-lib 1.17.1 with @pdf-lib/fontkit 1.1.1. The free fonts for Chinese are OpenType with CID-keyed outlines.
# Embedded whole, such a font shows; with subset: true, which the size of 8 MB asks for, what is embedded is no font
# that MuPDF or Poppler can load: the text can be searched, and the page is empty or shows other glyphs, without an
# error when it is written. Seen with Noto Sans Hans and MuPDF: 923 dark dots of a line whose font is embedded whole,
# none of the same line from the subset.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdf-lib@1.17.1 @pdf-lib/fontkit@1.1.1 @embedpdf/fonts-sc@1.0.0 mupdf@1.28.1
cat >try.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import fontkit from '@pdf-lib/fontkit';
import * as mupdf from 'mupdf';
const bytes = readFileSync('node_modules/@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf');
const darkDots = async (subset) => {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(bytes, { subset });
  document.addPage([400, 60]).drawText('政府信息公开工作年度报告，二〇二四年', { x: 10, y: 20, size: 14, font });
  const page = mupdf.Document.openDocument(await document.save(), 'application/pdf').loadPage(0);
  const pixmap = page.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceGray, false);
  return pixmap.getPixels().filter((shade) => shade < 128).length;
};
const seen = [await darkDots(false), await darkDots(true)];
console.log(JSON.stringify(seen));
if (seen[0] < 500 || seen[1] > 100) process.exit(1);
JS
node try.mjs
