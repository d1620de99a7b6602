import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { englishErrorCatalogue, errorCatalogue } from '../../src/problems/errorCatalogue.js';
import { codeLists, problemCodes } from '../../src/problems/problemCodes.js';

const root = new URL('../../', import.meta.url);

test('docs/errors.md is printed from the code', async () => {
  expect(await readFile(new URL('docs/errors.md', root), 'utf8')).toBe(errorCatalogue());
  expect(await readFile(new URL('docs/errors.en.md', root), 'utf8')).toBe(englishErrorCatalogue());
});

test('every code has English words', () => {
  const lacking = Object.entries(problemCodes).filter(
    ([, { english }]) => !/^[A-Z]/.test(english.meaning) || !/^[A-Z]/.test(english.advice),
  );
  expect(lacking).toEqual([]);
});

test('a code stands in one of the lists', () => {
  const all = codeLists.flatMap((list) => Object.keys(list));
  expect(new Set(all).size).toBe(all.length);
  expect(Object.keys(problemCodes).sort()).toEqual(all.sort());
});

test('every code of the catalogue is used', async () => {
  const files = (
    await Promise.all(
      ['src', 'importers', 'resolvers'].map(async (folder) =>
        (await readdir(new URL(folder, root), { recursive: true })).map((file) => `${folder}/${file}`),
      ),
    )
  ).flat();
  const sources = await Promise.all(
    files
      .filter((file) => file.endsWith('.ts') && !file.startsWith('src/problems/'))
      .map((file) => readFile(new URL(file, root), 'utf8')),
  );
  const text = sources.join('\n');
  const unused = Object.keys(problemCodes).filter((code) => !new RegExp(`['".]${code}\\b`).test(text));
  expect(unused).toEqual([]);
});
