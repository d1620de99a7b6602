#!/usr/bin/env bash
# node-postgres 8.23.1. A numeric comes as text, because a double cannot hold it; programs that add money rely on
# it. The elements of an array of numerics come as doubles all the same: array_agg of a column of amounts has lost
# its last digits, without an error. Seen: "9007199254740993.01" alone, 9007199254740994 in an array.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pg@8.23.1
cat >try.cjs <<'JS'
const { types } = require('pg');
// 1700 is numeric, 1231 numeric[].
const alone = types.getTypeParser(1700, 'text')('9007199254740993.01');
const [inArray] = types.getTypeParser(1231, 'text')('{9007199254740993.01}');
console.log(JSON.stringify(alone), JSON.stringify(inArray));
if (alone !== '9007199254740993.01' || inArray !== 9007199254740994) process.exit(1);
JS
node try.cjs
