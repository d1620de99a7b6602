import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { CodeTexts } from '../../src/problems/codes/codeTexts.js';
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

test('what is not there is 404, what is there already or has moved on is 409', () => {
  // Of what stands inside a file or a request, which is wrong as a whole.
  const within = ['CELL', 'COLUMN', 'ENCODING', 'REPAIR', 'ROW', 'WORD', 'YEAR'];
  const codes: [string, CodeTexts][] = Object.entries(problemCodes);
  const others = codes.flatMap(([code, { status = 400 }]) => {
    const [, what = '', kind = ''] = /^(.*?)_?(UNKNOWN|NOT_FOUND|EXISTS|CONFLICT)$/.exec(code) ?? [];
    if (kind === '' || within.includes(what)) return [];
    return status === (['UNKNOWN', 'NOT_FOUND'].includes(kind) ? 404 : 409) ? [] : [code];
  });
  expect(others).toEqual([]);
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
