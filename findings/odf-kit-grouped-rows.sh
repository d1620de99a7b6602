#!/usr/bin/env bash
# odf-kit 0.13.14, odf-kit/ods-reader, with @e965/xlsx 0.20.3 (SheetJS). Rows that are repeated on every printed page,
# or that can be folded away, stand in elements of their own (table:table-header-rows, table:table-row-group,
# OpenDocument 1.3, 9.1.7 and 9.1.9), and LibreOffice writes them so. readOds knows the rows of the table alone: the
# head and the folded counts are missing, what remains has the numbers of other rows, and there is no error. SheetJS
# reads them all. Seen: 2 at row 0 alone instead of head, 2 and 3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts odf-kit@0.13.14 @e965/xlsx@0.20.3 jszip@3.10.1
cat >try.mjs <<'JS'
import JSZip from 'jszip';
import XLSX from '@e965/xlsx';
import { readOds } from 'odf-kit/ods-reader';
const zip = new JSZip();
zip.file('mimetype', 'application/vnd.oasis.opendocument.spreadsheet', { compression: 'STORE' });
zip.file('META-INF/manifest.xml', `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`);
zip.file('styles.xml', '<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"/>');
const text = '<table:table-row><table:table-cell office:value-type="string"><text:p>head</text:p></table:table-cell></table:table-row>';
const row = (value) =>
  `<table:table-row><table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell></table:table-row>`;
zip.file('content.xml', `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
<office:body><office:spreadsheet><table:table table:name="1"><table:table-column/>
<table:table-header-rows>${text}</table:table-header-rows>${row(2)}<table:table-row-group>${row(3)}</table:table-row-group>
</table:table></office:spreadsheet></office:body></office:document-content>`);
const file = await zip.generateAsync({ type: 'uint8array' });
const { rows } = readOds(file).sheets[0];
const seen = rows.map(({ index, cells }) => [index, cells[0].value]);
const all = XLSX.utils.sheet_to_json(XLSX.read(file, { type: 'array' }).Sheets['1'], { header: 1 }).flat();
console.log(JSON.stringify([seen, all]));
if (JSON.stringify([seen, all]) !== '[[[0,2]],["head",2,3]]') process.exit(1);
JS
node try.mjs
