#!/usr/bin/env bash
# pdfjs-dist 5.6.205. The legacy build, the one that runs on Node 20, brings polyfills for old browsers, and one of
# them replaces Array.prototype.push of the whole process, although Node has it: it is forced by a missing error for
# arrays whose length cannot be written, a case that hardly any program has. From the import on, every push of every
# library takes several times as long. Seen on Node 20.20: another function after the import than
# before, four times slower and more (it still calls itself native code).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pdfjs-dist@5.6.205
cat >try.mjs <<'JS'
const { push } = Array.prototype;
function milliseconds() {
  const before = performance.now();
  for (let round = 0; round < 2000; round++) {
    const list = [];
    for (let number = 0; number < 1000; number++) list.push(number);
  }
  return performance.now() - before;
}
milliseconds();
const before = { native: Array.prototype.push === push, milliseconds: milliseconds() };
await import('pdfjs-dist/legacy/build/pdf.mjs');
milliseconds();
const after = { native: Array.prototype.push === push, milliseconds: milliseconds() };
console.log('before:', before, 'after:', after);
if (!before.native || after.native || after.milliseconds < 2 * before.milliseconds) process.exit(1);
JS
node try.mjs
