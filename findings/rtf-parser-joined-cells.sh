#!/usr/bin/env bash
# rtf-parser 1.3.3. A file .doc of an old form is often RTF. The cells of a row end with \\cell; the parser takes the
# word for nothing, and the counts 3 and 4 of two cells come out as 34. What is marked hidden (\\v) is read as if it
# were shown, and after \\u24180? the question mark, which stands for programs without Unicode and is to be skipped
# (\\uc, 1 by default), is kept. No error. Seen: 年? and 349 for 年, 3, 4 and a hidden 9.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts rtf-parser@1.3.3
cat >try.cjs <<'JS'
const { string } = require('rtf-parser');
const file = String.raw`{\rtf1\ansi \u24180?\par\trowd\cellx1000\cellx2000\intbl 3\cell 4\cell\row{\v 9}\par}`;
string(file, (error, document) => {
  if (error) throw error;
  const seen = document.content.map((paragraph) => paragraph.content.map(({ value }) => value).join('').trim());
  console.log(JSON.stringify(seen));
  if (seen[0] !== '年?' || seen[1] !== '349') process.exit(1);
});
JS
node try.cjs
