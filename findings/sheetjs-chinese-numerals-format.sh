#!/usr/bin/env bash
# @e965/xlsx 0.20.3 (SheetJS). The menu of Excel and WPS for Chinese numerals (special, 中文小写数字) writes the format
# [DBNum1][$-804]General, which shows 123 as 一百二十三. The part in brackets names a language and no currency. SheetJS
# puts a dollar sign for it, before any number, so that a count reads as an amount of money; days in such a format
# it shows right. Seen: "$123" for that format and for [$-804]0, "2024年3月5日" for [$-804]yyyy"年"m"月"d"日".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3
cat >try.cjs <<'JS'
const XLSX = require('@e965/xlsx');
const formats = ['[DBNum1][$-804]General', '[$-804]0'];
const seen = formats.map((format) => XLSX.SSF.format(format, 123));
seen.push(XLSX.SSF.format('[$-804]yyyy"年"m"月"d"日"', 45356));
console.log(JSON.stringify(seen));
if (JSON.stringify(seen) !== '["$123","$123","2024年3月5日"]') process.exit(1);
JS
node try.cjs
