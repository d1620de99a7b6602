#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). In an OpenDocument the value of a cell stands in its attributes; the paragraph that
# shows it may be left out, and odfpy leaves it out unless one is added. SheetJS drops such a cell when its element
# is closed at once, without an error, and reads the same cell when it has an end tag of its own.
# Seen: {"B1":2} for <table:table-cell …/>, {"A1":8,"B1":2} for <table:table-cell …></table:table-cell>.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3 fflate@0.8.3
cat >try.cjs <<'JS'
const XLSX = require('@e965/xlsx');
const { strToU8, zipSync } = require('fflate');
const names = ['office', 'table', 'text']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const media = 'application/vnd.oasis.opendocument.spreadsheet';
const manifest = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
const shown = '<table:table-cell office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>';
function read(cell) {
  const parts = {
    mimetype: [strToU8(media), { level: 0 }],
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="${manifest}" manifest:version="1.3">` +
        `<manifest:file-entry manifest:full-path="/" manifest:media-type="${media}"/>` +
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    ),
    'styles.xml': strToU8(`<office:document-styles ${names} office:version="1.3"/>`),
    'content.xml': strToU8(
      `<office:document-content ${names} office:version="1.3"><office:body><office:spreadsheet>` +
        `<table:table table:name="A"><table:table-column/><table:table-row>${cell}${shown}</table:table-row></table:table>` +
        '</office:spreadsheet></office:body></office:document-content>',
    ),
  };
  const cells = Object.entries(XLSX.read(zipSync(parts)).Sheets.A).filter(([name]) => !name.startsWith('!'));
  return JSON.stringify(Object.fromEntries(cells.map(([name, { v }]) => [name, v])));
}
const value = '<table:table-cell office:value-type="float" office:value="8"';
const seen = [read(`${value}/>`), read(`${value}></table:table-cell>`)];
console.log(seen.join(' '));
if (seen[0] !== '{"B1":2}' || seen[1] !== '{"A1":8,"B1":2}') process.exit(1);
JS
node try.cjs
