#!/usr/bin/env bash
# pg-mem 3.0.14 beside @electric-sql/pglite 0.5.16. Tests run on it in the place of PostgreSQL. Its numeric and bigint
# are doubles: 0.1 and 0.2 add up to 0.30000000000000004, numeric(18,2) keeps 1.239, 9007199254740993 loses its last
# digit, and a month after 31 January 2024 is 1 March. A sum of money that is exact in the database is wrong in the
# test, and the other way round. PGlite, which is PostgreSQL, answers 0.30, 1.24, 9007199254740993 and 29 February.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pg-mem@3.0.14 @electric-sql/pglite@0.5.16
cat >try.mjs <<'JS'
import { newDb } from 'pg-mem';
import { PGlite } from '@electric-sql/pglite';
const table = 'create table amount (yuan numeric(18,2), count bigint)';
const rows = 'insert into amount values (0.1, 9007199254740993), (0.2, 0)';
const queries = [
  'select sum(yuan) as seen from amount',
  'insert into amount (yuan) values (1.239) returning yuan as seen',
  'select max(count) as seen from amount',
  "select date '2024-01-31' + interval '1 month' as seen",
];
const memory = newDb().public;
memory.none(table);
memory.none(rows);
const parse = (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
const seen = queries.map((query) => parse(memory.many(query)[0].seen));
const lite = new PGlite();
await lite.exec(`${table}; ${rows}`);
const exact = [];
for (const query of queries.slice(0, 3)) exact.push(String((await lite.query(query)).rows[0].seen));
const { rows: days } = await lite.query(`${queries[3].replace('select', 'select (')}`.replace(' as seen', ')::text as seen'));
exact.push(days[0].seen.slice(0, 10));
console.log(JSON.stringify(seen), JSON.stringify(exact));
if (JSON.stringify(seen) !== '[0.30000000000000004,1.239,9007199254740992,"2024-03-01"]') process.exit(1);
if (JSON.stringify(exact) !== '["0.30","1.24","9007199254740993","2024-02-29"]') process.exit(1);
JS
node try.mjs
