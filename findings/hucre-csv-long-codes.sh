#!/usr/bin/env bash
# hucre 1.0.0, parseCsv with typeInference. A text that begins with 0 stays text, because it is a code; a code of
# 18 digits, as identity numbers and credit codes are, becomes a number and its last digits change, without an
# error. Seen: "0012" for 0012, and 113208130143456780 for 113208130143456789.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts hucre@1.0.0
cat >try.mjs <<'JS'
import { parseCsv } from 'hucre';
const [row] = parseCsv('0012,113208130143456789', { typeInference: true });
console.log(JSON.stringify(row));
if (JSON.stringify(row) !== '["0012",113208130143456780]') process.exit(1);
JS
node try.mjs
