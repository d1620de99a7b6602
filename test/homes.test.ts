import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const folders = ['src', 'importers', 'resolvers', 'entities', 'web'];

/** What the source says of each file, migrations and what is generated aside: they stay as they were written. */
const sources = new Map<string, string>();
for (const folder of folders)
  for (const file of await readdir(join(root, folder), { recursive: true })) {
    const path = join(folder, file);
    if (/\.(ts|vue)$/.test(file) && !/migrations|graphql\/graphql\.ts$/.test(path))
      sources.set(path, await readFile(join(root, path), 'utf8'));
  }

/** A fact, how the source writes it, and the files that may. */
test.each<[string, RegExp, readonly string[]]>([
  ['SHA-256', /createHash\('sha256'\)/, ['src/filing/sha256.ts']],
  ['what a message quotes, cut short', /“\$\{[\w.]+\.slice\(0, \d+\)\}”/, []],
  ['the kinds of agencies in Chinese', /'乡镇街道'/, ['src/words/agencyKinds.ts']],
  ['what becomes of an import', /'STORED' \| 'UNCHANGED' \|/, []],
  ['the severities in their order', /'error',\s*'explain',\s*'warning'/, ['src/forms/form.ts']],
  ['the last days of the law', /: '0[13]-31'/, ['src/season/deadline.ts']],
  ['how large an upload may be', /\b(20|128|256) \* (mebibyte|1024 \* 1024)/, ['src/words/uploadLimits.ts']],
  ['texts that programs take for formulas', /\[=\+/, ['src/text/formulaGuard.ts']],
  ['the endings of files that are read', /\.xlsx,\.xls\b/, []],
  ['texts that are whole', /\\p\{Surrogate\}/, ['src/text/wholeText.ts']],
])('%s has one home', (_fact, written, homes) => {
  const found = [...sources].filter(([, text]) => written.test(text)).map(([path]) => path);
  expect(found.sort()).toEqual([...homes]);
});
