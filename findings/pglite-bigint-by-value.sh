#!/usr/bin/env bash
# @electric-sql/pglite 0.5.16. The JavaScript type of a bigint is chosen value by value, not by the column: a safe
# integer comes as a number, a larger one as a BigInt, so that one sum over a list throws a TypeError on the day
# the first large value is stored. (node-postgres hands out text for all of them.)
# Seen: ["number","bigint"] for one column of two rows.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @electric-sql/pglite@0.5.16
cat >try.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
const database = new PGlite();
const { rows } = await database.query('select n from (values (1::bigint), (9007199254740993::bigint)) as t (n)');
const types = rows.map(({ n }) => typeof n);
let sum;
try {
  sum = String(rows.reduce((total, { n }) => total + n, 0));
} catch (error) {
  sum = error.constructor.name;
}
console.log(JSON.stringify({ types, sum }));
await database.close();
if (types.join() !== 'number,bigint' || sum !== 'TypeError') process.exit(1);
JS
node try.mjs
