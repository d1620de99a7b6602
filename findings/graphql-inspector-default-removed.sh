#!/usr/bin/env bash
# @graphql-inspector/core 8.0.0. A required argument that has a default may be left out by clients; when the default
# goes, their queries are refused. The same holds for a field of an input. The comparison of schemas that is to find
# such changes calls both dangerous, not breaking, and a check that looks for breaking ones lets them pass. Seen:
# DANGEROUS twice, and a query that was valid is not any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 @graphql-inspector/core@8.0.0
cat >try.cjs <<'JS'
const { diff } = require('@graphql-inspector/core');
const { buildSchema, parse, validate } = require('graphql');
const schema = (value) =>
  buildSchema(`input By { year: Int! ${value} } type Query { reports(first: Int! ${value}, by: By): Int }`);
const [before, after] = [schema('= 1'), schema('')];
const valid = (one) => validate(one, parse('{ reports(by: {}) }')).length === 0;
diff(before, after).then((changes) => {
  const seen = JSON.stringify([changes.map(({ criticality }) => criticality.level), valid(before), valid(after)]);
  console.log(seen);
  if (seen !== '[["DANGEROUS","DANGEROUS"],true,false]') process.exit(1);
});
JS
node try.cjs
