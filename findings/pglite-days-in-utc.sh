#!/usr/bin/env bash
# @electric-sql/pglite 0.5.16 beside node-postgres 8.23.1. The latter makes the start of a day in local time of a
# date, PGlite the start of the day in Greenwich. A program that runs on either, west of Greenwich, prints the day
# before on one of them; in China the same row differs by eight hours. Seen with TZ=America/New_York: 2025-03-05
# by node-postgres, 2025-03-04 by PGlite.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @electric-sql/pglite@0.5.16 pg@8.23.1
cat >try.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
process.env.TZ = 'America/New_York';
const database = new PGlite();
const { rows } = await database.query("select date '2025-03-05' as day");
await database.close();
const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');
const seen = { pg: day(pg.types.getTypeParser(1082, 'text')('2025-03-05')), pglite: day(rows[0].day) };
console.log(JSON.stringify(seen));
if (JSON.stringify(seen) !== '{"pg":"2025-3-5","pglite":"2025-3-4"}') process.exit(1);
JS
node try.mjs
