#!/usr/bin/env bash
# @electric-sql/pglite 0.5.16 beside node-postgres 8.23.1. The latter makes the start of a day in local time of a
# date, and takes it so; PGlite goes by Greenwich both ways. A program that runs on either stores in China the day
# before the one it means: midnight of 5 March in Shanghai is still 4 March in Greenwich. Reading west of
# Greenwich shifts a day likewise. Seen with TZ=Asia/Shanghai: new Date(2025, 2, 5) for a column of dates is
# 2025-03-04 with PGlite, 2025-03-05 with node-postgres; a stored 2025-03-05 read is midnight with node-postgres,
# eight in the morning with PGlite.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @electric-sql/pglite@0.5.16 pg@8.23.1
cat >try.mjs <<'JS'
process.env.TZ = 'Asia/Shanghai';
const { PGlite } = await import('@electric-sql/pglite');
const { default: pg } = await import('pg');
const { prepareValue } = (await import('pg/lib/utils.js')).default;
const day = new Date(2025, 2, 5);
const database = new PGlite();
const { rows } = await database.query("select $1::date::text as stored, date '2025-03-05' as read", [day]);
await database.close();
const seen = {
  pglite: [rows[0].stored, rows[0].read.getHours()],
  pg: [prepareValue(day).slice(0, 10), pg.types.getTypeParser(1082, 'text')('2025-03-05').getHours()],
};
console.log(JSON.stringify(seen));
if (JSON.stringify(seen) !== '{"pglite":["2025-03-04",8],"pg":["2025-03-05",0]}') process.exit(1);
JS
node try.mjs
