import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';
import config from '../../web/codegen.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('the typed GraphQL documents of the desk are what the schema and the documents give: npm run documents', async () => {
  const files = await generate({ ...config, cwd: root, silent: true, noSilentErrors: true }, false);
  expect(files).toHaveLength(1);
  for (const { filename, content } of files)
    expect(content.trim(), filename).toBe((await readFile(`${root}${filename}`, 'utf8')).trim());
});
