#!/usr/bin/env bash
# date-holidays 3.37.0, China. The library lists the days off of a country, and working days are counted with it.
# For China it names 1 June, when only children are off, as a public holiday of a whole day, and gives the eve of
# the Spring Festival of 2024, on which everybody worked, for its third day (12 February), which the regulation of
# 2013 makes a holiday. A term of 20 working days over these days ends on another day, without a warning. Seen: a
# holiday on 2023-06-01 (a Thursday) and 2024-02-09, none on 2024-02-12.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts date-holidays@3.37.0
cat >try.cjs <<'JS'
const Holidays = require('date-holidays');
const china = new Holidays('CN');
const seen = ['2023-06-01', '2024-02-09', '2024-02-12'].map((day) => {
  const found = china.isHoliday(new Date(`${day}T12:00:00+08:00`));
  return [day, found ? found.map(({ name, type }) => `${name} ${type}`).join() : null];
});
console.log(JSON.stringify(seen));
const expected = [
  ['2023-06-01', '六一儿童节 public'],
  ['2024-02-09', '春节 public'],
  ['2024-02-12', null],
];
if (JSON.stringify(seen) !== JSON.stringify(expected)) process.exit(1);
JS
node try.cjs
