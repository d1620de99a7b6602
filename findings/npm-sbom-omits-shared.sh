#!/usr/bin/env bash
# npm 11.19.1, npm sbom --omit=dev. The list of parts that is handed on with a product is to name everything that is
# needed to run. A package that is needed to run and, besides, by a tool of development is left out, and what only it
# needs too, without an error; npm install --omit=dev installs it. Seen: chalk without ansi-styles, color-convert and
# color-name, because wrap-ansi, which is for development, also needs ansi-styles.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --prefix npm --silent --no-audit --no-fund --ignore-scripts npm@11.19.1
npm() { node "$folder/npm/node_modules/npm/bin/npm-cli.js" "$@"; }
mkdir project
cd project
echo '{"name":"a","version":"1.0.0","dependencies":{"chalk":"4.1.2"},"devDependencies":{"wrap-ansi":"7.0.0"}}' >package.json
npm install --package-lock-only --silent --ignore-scripts --no-audit --no-fund
npm ci --omit=dev --silent --ignore-scripts --no-audit --no-fund
npm sbom --omit=dev --package-lock-only --sbom-format=cyclonedx >sbom.json
node -e '
  const { readdirSync, readFileSync } = require("node:fs");
  const installed = readdirSync("node_modules").filter((name) => !name.startsWith("."));
  const named = new Set(JSON.parse(readFileSync("sbom.json", "utf8")).components.map(({ name }) => name));
  const missing = installed.filter((name) => !named.has(name));
  console.log(JSON.stringify(installed), JSON.stringify(missing));
  if (missing.join() !== "ansi-styles,color-convert,color-name") process.exit(1);
'
