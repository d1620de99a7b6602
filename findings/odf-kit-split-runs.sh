#!/usr/bin/env bash
# odf-kit 0.13.14, docxToOdt. A number in a Word document may stand in two runs, since Word splits a text wherever it
# was edited. The document that odf-kit makes of it has each run on a line of its own within the paragraph;
# OpenDocument takes such a line end for a space (1.3, 6.1.2), and 56 becomes 5 6. No warning. Seen: the paragraph "5
# 6" once white space is collapsed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts odf-kit@0.13.14 jszip@3.10.1
cat >try.mjs <<'JS'
import JSZip from 'jszip';
import { docxToOdt } from 'odf-kit';
const zip = new JSZip();
zip.file('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
zip.file('_rels/.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const cell = (...runs) => `<w:tc><w:p>${runs.join('')}</w:p></w:tc>`;
zip.file('word/document.xml', `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${run('5')}${run('6')}</w:p><w:sectPr/></w:body></w:document>`);
const { bytes, warnings } = await docxToOdt(await zip.generateAsync({ type: 'uint8array' }));
const content = await (await JSZip.loadAsync(bytes)).file('content.xml').async('string');
const seen = /<text:p[^>]*>([^<]*)<\/text:p>/.exec(content)[1].replace(/\s+/g, ' ').trim();
console.log(JSON.stringify([seen, warnings]));
if (seen !== '5 6' || warnings.length > 0) process.exit(1);
JS
node try.mjs
