#!/usr/bin/env bash
# node-html-parser 9.0.7. Pages of offices leave the tag of a font or of bold letters open at the end of a cell, and
# every browser shows the table all the same; its own options speak of such a tag as removed. With its defaults the
# parser removes the cell and the row around it too: the number stands loose in the table, without an error. A cell
# that is not closed itself costs nothing. Seen: 2 rows and 4 cells with a cell left open, 1 row and 3 cells with a
# font left open.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts node-html-parser@9.0.7
cat >try.cjs <<'JS'
const { parse } = require('node-html-parser');
const page = (cell) => `<table><tr><td>12</td><td>${cell}</tr><tr><td>56</td><td>78</td></tr></table>`;
const seen = JSON.stringify(
  ['34', '<font>34</td>'].map((cell) => {
    const root = parse(page(cell));
    return [root.querySelectorAll('tr').length, root.querySelectorAll('td').length];
  }),
);
console.log(seen);
if (seen !== '[[2,4],[1,3]]') process.exit(1);
JS
node try.cjs
