#!/usr/bin/env bash
# @apollo/composition 2.14.4. A subgraph says with @specifiedBy what the texts of a scalar are, and clients and
# generators read that address by introspection. The composed schema declares the scalar without it, with no error and
# no hint, although nothing contradicts it; what is deprecated stays so. Seen: "scalar Day" and no hint.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 @apollo/composition@2.14.4
cat >try.cjs <<'JS'
const { composeServices } = require('@apollo/composition');
const { parse } = require('graphql');
const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Day @specifiedBy(url: "https://example.org/day")
  type Query { today(zone: String @deprecated(reason: "always that of China")): Day }
`);
const { supergraphSdl, hints, errors } = composeServices([{ name: 'reports', url: 'http://localhost', typeDefs }]);
const lines = supergraphSdl.split('\n').map((line) => line.trim());
const seen = JSON.stringify([
  lines.find((line) => line.startsWith('scalar Day')),
  lines.some((line) => line.includes('@deprecated(reason: "always that of China")')),
  hints.length,
  errors ?? null,
]);
console.log(seen);
if (seen !== '["scalar Day",true,0,null]') process.exit(1);
JS
node try.cjs
