// Loaded before the program: writes a line for each statement that it sends to its embedded database.
import { appendFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

const list = process.env.HOUSE_STATEMENTS;
const { query, exec } = PGlite.prototype;
PGlite.prototype.query = function (text, ...rest) {
  appendFileSync(list, `${text.replace(/\s+/g, ' ')}\n`);
  return query.call(this, text, ...rest);
};
PGlite.prototype.exec = function (text, ...rest) {
  appendFileSync(list, `${text.replace(/\s+/g, ' ')}\n`);
  return exec.call(this, text, ...rest);
};
