// Prints the figures of the house: what shape the code has, and how many statements people's work costs.
//   node scripts/house.js [FOLDER or REVISION]...
// A folder must be compiled; a revision is checked out and compiled. Without any, this folder.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkOut } from '../bench/against/otherCommit.js';
import { shapeOf } from './house/shapeOf.js';
import { statementsOf } from './house/statementsOf.js';

const given = process.argv.slice(2);
const sides = given.length > 0 ? given : [fileURLToPath(new URL('..', import.meta.url))];
const found = [];
for (const side of sides) {
  const isFolder = existsSync(resolve(side, 'package.json'));
  const { folder, remove } = isFolder ? { folder: resolve(side), remove: () => undefined } : checkOut(side);
  try {
    found.push({ side, figures: { ...(await statementsOf(folder)), ...(await shapeOf(folder)) } });
  } finally {
    remove();
  }
}

const names = [...new Set(found.flatMap(({ figures }) => Object.keys(figures)))];
const width = Math.max(...names.map((name) => name.length));
console.log(['figure'.padEnd(width), ...found.map(({ side }) => side)].join('  '));
for (const name of names)
  console.log(
    [
      name.padEnd(width),
      ...found.map(({ side, figures }) => String(figures[name] ?? '–').padStart(side.length)),
    ].join('  '),
  );
