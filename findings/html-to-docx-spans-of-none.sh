#!/usr/bin/env bash
# html-to-docx 1.8.0. A cell of an HTML table that spans rows and no columns is continued in the rows below by cells
# that say w:gridSpan w:val="0": they would stand in no column of the grid (ECMA-376 17.4.17: the number of columns;
# one where it is left out). A reader that counts columns by it puts every number below the first line of a group one
# column to the left. With colspan beside rowspan the number is right. Seen: spans 0 and 2.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts html-to-docx@1.8.0 jszip@3.10.1
cat >try.cjs <<'JS'
const HTMLtoDOCX = require('html-to-docx');
const JSZip = require('jszip');
const continued = async (attributes) => {
  const html = `<table><tr><td rowspan="2" ${attributes}>group</td><td>12</td></tr><tr><td>34</td></tr></table>`;
  const zip = await JSZip.loadAsync(await HTMLtoDOCX(html));
  const xml = await zip.file('word/document.xml').async('string');
  const cell = xml.split('<w:tc>').find((part) => /<w:vMerge w:val="continue"/.test(part));
  return /<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? null;
};
Promise.all([continued(''), continued('colspan="2"')]).then((spans) => {
  const seen = JSON.stringify(spans);
  console.log(seen);
  if (seen !== '["0","2"]') process.exit(1);
});
JS
node try.cjs
