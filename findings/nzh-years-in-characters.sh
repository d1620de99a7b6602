#!/usr/bin/env bash
# nzh 1.0.14. A year written in characters is read digit by digit, 二〇二四 or 二零二四, and officials say 两百 for two
# hundred. decodeS, which turns Chinese numerals into numbers, leaves the zero of the year out and answers 0 for
# what it does not know, without an error: a count becomes none. Seen: 224 for both ways of writing the year, 0
# for 两百, 120000 for 十二万.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts nzh@1.0.14
cat >try.cjs <<'JS'
const { cn } = require('nzh');
const seen = ['二〇二四', '二零二四', '两百', '十二万'].map((text) => cn.decodeS(text));
console.log(JSON.stringify(seen));
if (JSON.stringify(seen) !== '[224,224,0,120000]') process.exit(1);
JS
node try.cjs
