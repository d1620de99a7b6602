#!/usr/bin/env bash
# officeparser 7.8.0. What stands above or beside a text is joined to it without a mark. The pinyin that Excel and
# WPS keep with a word (rPh) becomes a part of the label, and the comment on a cell of an .ods becomes the leading
# digits of its number. Seen: 行政许可xing zheng for a cell that shows 行政许可, and 共995 for a cell of 5 whose
# comment says 共99.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts officeparser@7.8.0 @e965/xlsx@0.20.3 fflate@0.8.3
cat >try.cjs <<'JS'
const officeParser = require('officeparser');
const XLSX = require('@e965/xlsx');
const { strFromU8, strToU8, unzipSync, zipSync } = require('fflate');
const changed = (bytes, part, from, to) => {
  const parts = unzipSync(new Uint8Array(bytes));
  const text = strFromU8(parts[part]);
  if (!from.test(text)) throw new Error(`${from} is not in ${part}`);
  return Buffer.from(zipSync({ ...parts, [part]: strToU8(text.replace(from, to)) }));
};
const book = (value, bookType) => {
  const made = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet([[value]]), 'A');
  return XLSX.write(made, { type: 'buffer', bookType, bookSST: true });
};
const text = async (bytes) => {
  const parse = officeParser.parseOffice ?? officeParser.OfficeParser.parseOffice;
  const read = await parse(bytes);
  return (typeof read === 'string' ? read : read.toText()).trim();
};
(async () => {
  const pinyin = await text(
    changed(book('行政许可', 'xlsx'), 'xl/sharedStrings.xml', /<\/t>/, '</t><rPh sb="0" eb="2"><t>xing zheng</t></rPh>'),
  );
  const note = await text(
    changed(book(5, 'ods'), 'content.xml', /<text:p>5/, '<office:annotation><text:p>共99</text:p></office:annotation><text:p>5'),
  );
  console.log(JSON.stringify({ pinyin, note }));
  if (pinyin !== '行政许可xing zheng' || note !== '共995') process.exit(1);
})();
JS
node try.cjs
