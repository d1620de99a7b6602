#!/usr/bin/env bash
# xlsx-calc 0.9.2, fast-formula-parser 1.0.19 and @formulajs/formulajs 4.6.1. A count that was typed as text does not
# count: in a range, Excel, WPS and LibreOffice leave texts out of SUM, SUMIF and SUMPRODUCT, and that is why a total
# of an office is too small. Programs that calculate workbooks anew differ without an error: for 1, the text 2, and 3,
# xlsx-calc adds up 6 where Excel has 4; SUMPRODUCT of fast-formula-parser is the text 123 where Excel has 4; SUMIF of
# what is above 1 is by formulajs the text 023 where Excel has 3.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts xlsx-calc@0.9.2 @e965/xlsx@0.20.3 fast-formula-parser@1.0.19 @formulajs/formulajs@4.6.1
cat >try.cjs <<'JS'
const XLSX = require('@e965/xlsx');
const calculate = require('xlsx-calc');
const Parser = require('fast-formula-parser');
const { SUMIF } = require('@formulajs/formulajs');
const row = [1, '2', 3];
const sheet = XLSX.utils.aoa_to_sheet([row]);
sheet.D1 = { t: 'n', f: 'SUM(A1:C1)' };
sheet['!ref'] = 'A1:D1';
calculate({ SheetNames: ['1'], Sheets: { 1: sheet } });
const parser = new Parser({ onRange: () => [row] });
const parse = (formula) => parser.parse(formula, { row: 2, col: 1, sheet: '1' });
const seen = [sheet.D1.v, parse('SUMPRODUCT(A1:C1)'), SUMIF(row, '>1')];
console.log(JSON.stringify(seen));
if (JSON.stringify(seen) !== '[6,"123","023"]') process.exit(1);
JS
node try.cjs
