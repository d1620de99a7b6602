#!/usr/bin/env bash
# xlsx-populate 1.21.0 with @e965/xlsx 0.20.3 (SheetJS). A text whose characters differ in their looks, as a label
# with a small note, may stand in the cell itself as runs (t="inlineStr", ECMA-376 18.3.1.53). xlsx-populate, which is
# chosen because it changes a workbook and leaves the rest as it was, hands out nodes of its XML parser as the value,
# and the workbook it writes has nothing in that cell: the label is lost although nobody touched it. SheetJS reads the
# first file. Seen: 受理件, then no cell.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xlsx-populate@1.21.0 @e965/xlsx@0.20.3 jszip@3.10.1
cat >try.cjs <<'JS'
const JSZip = require('jszip');
const XLSX = require('@e965/xlsx');
const { fromDataAsync } = require('xlsx-populate');
const part = (name) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${name}+xml`;
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const zip = new JSZip();
zip.file('[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${part('sheet.main')}"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${part('worksheet')}"/>
<Override PartName="/xl/styles.xml" ContentType="${part('styles')}"/></Types>`);
const relations = (...targets) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
${targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`;
zip.file('_rels/.rels', relations(['officeDocument', 'xl/workbook.xml']));
zip.file('xl/_rels/workbook.xml.rels', relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']));
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
zip.file('xl/workbook.xml', `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`);
zip.file('xl/styles.xml', `<styleSheet ${main}><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`);
zip.file('xl/worksheets/sheet1.xml', `<worksheet ${main}><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>受理</t></r><r><t>件</t></r></is></c><c r="B1"><v>3</v></c></row></sheetData></worksheet>`);
(async () => {
  const before = await zip.generateAsync({ type: 'nodebuffer' });
  const after = await (await fromDataAsync(before)).outputAsync();
  const seen = [before, after].map((file) => ['A1', 'B1'].map((place) => XLSX.read(file).Sheets['1'][place]?.v ?? null));
  console.log(JSON.stringify(seen));
  if (JSON.stringify(seen) !== '[["受理件",3],[null,3]]') process.exit(1);
})();
JS
node try.cjs
