#!/usr/bin/env bash
# xlsx-calc 0.9.2. Excel, WPS and LibreOffice round a half away from zero, and by the decimal digits that are shown:
# ROUND(-2.5,0) is -3, ROUND(1.005,2) is 1.01, as money is rounded. xlsx-calc, which calculates the formulas of a
# workbook anew, rounds the double and a negative half toward zero, so that its results differ from those that the
# office saved. Seen: -2 and 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xlsx-calc@0.9.2 @e965/xlsx@0.20.3
cat >try.cjs <<'JS'
const XLSX = require('@e965/xlsx');
const calculate = require('xlsx-calc');
const sheet = XLSX.utils.aoa_to_sheet([[-2.5, 1.005]]);
sheet.C1 = { t: 'n', f: 'ROUND(A1,0)' };
sheet.D1 = { t: 'n', f: 'ROUND(B1,2)' };
sheet['!ref'] = 'A1:D1';
calculate({ SheetNames: ['1'], Sheets: { 1: sheet } });
const seen = [sheet.C1.v, sheet.D1.v];
console.log(JSON.stringify(seen));
if (JSON.stringify(seen) !== '[-2,1]') process.exit(1);
JS
node try.cjs
