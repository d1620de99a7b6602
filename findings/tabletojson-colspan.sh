#!/usr/bin/env bash
# tabletojson 4.1.15. A cell that spans rows is repeated in each of them, so that the columns below stay in their
# places. One that spans columns takes a single place: what stands to its right moves to the left, and the total
# of a statutory table, whose label spans two columns, is found under another heading, without an error. Seen:
# column 1 for the 46 of a row whose label has colspan="2", column 2 for the others.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts tabletojson@4.1.15
cat >try.cjs <<'JS'
const { tabletojson } = require('tabletojson');
const html =
  '<table><tr><td rowspan="2">group</td><td>a</td><td>12</td></tr><tr><td>b</td><td>34</td></tr>' +
  '<tr><td colspan="2">total</td><td>46</td></tr></table>';
const [rows] = tabletojson.convert(html);
const seen = rows.map((row) => Object.keys(row).find((column) => /^[0-9]+$/.test(row[column])));
console.log(JSON.stringify(rows), JSON.stringify(seen));
if (JSON.stringify(seen) !== '["2","2","1"]') process.exit(1);
JS
node try.cjs
