#!/usr/bin/env bash
# hucre 1.0.0, fromHtml. Two counts on two lines of one cell of a web page, or a count with the raised mark of a note,
# are joined by it and become one number, without an error; a text between them would have kept the cell a text. Seen:
# the number 12 for 1 above 2, and 31 for 3 with a raised 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hucre@1.0.0
cat >try.mjs <<'JS'
import { fromHtml } from 'hucre';
const { rows } = fromHtml('<table><tr><td>1<br>2</td><td>3<sup>1</sup></td></tr></table>');
const seen = JSON.stringify(rows);
console.log(seen);
if (seen !== '[[12,31]]') process.exit(1);
JS
node try.mjs
