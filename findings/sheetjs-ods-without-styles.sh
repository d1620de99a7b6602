#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). OpenDocument 1.2 and 1.3 ask a package for at least one of content.xml and
# styles.xml; a sheet of plain numbers needs only the first, and LibreOffice opens it. SheetJS reads the same
# sheet when an empty styles.xml is added and refuses it otherwise.
# Seen: "Cannot find file styles.xml in zip" without it, [[12]] with it.
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
const cell = '<table:table-cell office:value-type="float" office:value="12"><text:p>12</text:p></table:table-cell>';
const parts = {
  mimetype: [strToU8(media), { level: 0 }],
  'META-INF/manifest.xml': strToU8(
    `<manifest:manifest xmlns:manifest="${manifest}" manifest:version="1.3">` +
      `<manifest:file-entry manifest:full-path="/" manifest:media-type="${media}"/>` +
      '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
  ),
  'content.xml': strToU8(
    `<office:document-content ${names} office:version="1.3"><office:body><office:spreadsheet>` +
      `<table:table table:name="A"><table:table-column/><table:table-row>${cell}</table:table-row></table:table>` +
      '</office:spreadsheet></office:body></office:document-content>',
  ),
};
const read = (files) => {
  try {
    const book = XLSX.read(Buffer.from(zipSync(files)));
    return JSON.stringify(XLSX.utils.sheet_to_json(book.Sheets.A, { header: 1 }));
  } catch (error) {
    return error.message;
  }
};
const without = read(parts);
const styles = strToU8(`<office:document-styles ${names} office:version="1.3"/>`);
const withStyles = read({ ...parts, 'styles.xml': styles });
console.log(JSON.stringify({ without, withStyles }));
if (!without.includes('styles.xml') || withStyles !== '[[12]]') process.exit(1);
JS
node try.cjs
