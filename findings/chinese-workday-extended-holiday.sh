#!/usr/bin/env bash
# chinese-workday 1.16.1. The days off of a year are announced the autumn before, and the State Council may change
# them: on 26 January 2020 the Spring Festival was extended to 2 February. chinese-workday has the first announcement
# only, so that 31 January 2020, the last day for annual reports, and the day after are working days, and a term that
# is counted with it ends too early. chinese-days 1.5.7 knows the extension. Seen: true, true, false for 31 January to
# 2 February, and false three times by the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts chinese-workday@1.16.1 chinese-days@1.5.7
cat >try.mjs <<'JS'
import * as workday from 'chinese-workday';
import days from 'chinese-days';
const dates = ['2020-01-31', '2020-02-01', '2020-02-02'];
const seen = [dates.map((date) => workday.isWorkday(date)), dates.map((date) => days.isWorkday(date))];
console.log(JSON.stringify(seen));
if (JSON.stringify(seen) !== '[[true,true,false],[false,false,false]]') process.exit(1);
JS
node try.mjs
