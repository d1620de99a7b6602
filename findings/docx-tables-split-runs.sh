#!/usr/bin/env bash
# docx-tables 0.3.0. Word splits the text of a cell into runs wherever it was edited or spelled: 56 may stand as 5 and
# 6. docx-tables, which reads the tables of a Word document, answers an empty text for a cell of more than one run,
# without an error: a count is lost. And a cell that spans two columns takes the place of one, so that its neighbour
# has the number of the column before. Seen: 7 in column 1 instead of 2, and "" for 56.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts docx-tables@0.3.0 jszip@3.10.1
cat >try.cjs <<'JS'
const { writeFileSync } = require('node:fs');
const JSZip = require('jszip');
const docxTables = require('docx-tables');
const zip = new JSZip();
zip.file('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
zip.file('_rels/.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const cell = (...runs) => `<w:tc><w:p>${runs.join('')}</w:p></w:tc>`;
const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>${run('a')}</w:p></w:tc>`;
zip.file('word/document.xml', `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tblPr/>
<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>${wide}${cell(run('7'))}</w:tr>
<w:tr>${cell(run('b'))}${cell(run('5'), run('6'))}${cell(run('8'))}</w:tr></w:tbl><w:p/><w:sectPr/></w:body></w:document>`);
(async () => {
  writeFileSync('table.docx', await zip.generateAsync({ type: 'nodebuffer' }));
  const [table] = await docxTables({ file: 'table.docx' });
  const seen = Object.values(table).map((row) => row.map(({ position, data }) => [position.col, data.trim()]));
  console.log(JSON.stringify(seen));
  if (JSON.stringify(seen) !== '[[[0,"a"],[1,"7"]],[[0,"b"],[1,""],[2,"8"]]]') process.exit(1);
})();
JS
node try.cjs
