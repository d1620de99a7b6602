import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const folder = new URL('examples/queries/', root);
const schema = buildSchema(readFileSync(new URL('schema.graphql', root), 'utf8'));

test.each(readdirSync(folder))('%s fits the schema', (name) => {
  const query = parse(readFileSync(new URL(name, folder), 'utf8'));
  expect(validate(schema, query)).toEqual([]);
});
