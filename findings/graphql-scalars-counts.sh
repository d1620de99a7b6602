#!/usr/bin/env bash
# graphql-scalars 1.26.0, NonNegativeInt. A schema of counts declares its input so, to be stricter than Int. It is
# laxer: Int of GraphQL 16 refuses a fraction and a text; NonNegativeInt takes both and keeps the digits that parseInt
# finds at the beginning, without an error. Seen: 1 for 1.5, 1 for "1.9", 1 for "1e3"; Int refuses all three.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 graphql-scalars@1.26.0
cat >try.cjs <<'JS'
const { GraphQLInt } = require('graphql');
const { GraphQLNonNegativeInt } = require('graphql-scalars');
const taken = (type) =>
  [1.5, '1.9', '1e3'].map((given) => {
    try {
      return type.parseValue(given);
    } catch {
      return 'refused';
    }
  });
const seen = JSON.stringify([taken(GraphQLNonNegativeInt), taken(GraphQLInt)]);
console.log(seen);
if (seen !== '[[1,1,1],["refused","refused","refused"]]') process.exit(1);
JS
node try.cjs
