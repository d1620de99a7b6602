#!/usr/bin/env bash
# chinese-days 1.5.7. It knows the holidays of the years whose arrangements were announced. Of any other year it
# answers all the same, by the day of the week alone: National Day and New Year's Day, holidays by regulation in
# every year, are working days, and counting working days over them gives a day that is too early.
# Seen: isWorkday true for 2002-10-01 and 2030-10-01, false for 2024-10-01; no error and no warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts chinese-days@1.5.7
cat >try.cjs <<'JS'
const { isWorkday, getDayDetail } = require('chinese-days');
const days = ['2002-10-01', '2030-10-01', '2024-10-01'];
const seen = days.map((day) => isWorkday(day));
console.log(JSON.stringify(seen), JSON.stringify(getDayDetail('2030-10-01')));
if (JSON.stringify(seen) !== '[true,true,false]') process.exit(1);
JS
node try.cjs
