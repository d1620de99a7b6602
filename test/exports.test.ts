import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { shownTypes } from './support/shownTypes.js';

const root = new URL('../', import.meta.url);
const folders = ['src', 'importers', 'resolvers', 'entities', 'web', 'test', 'bench', 'scripts', 'bin'];

async function sources(): Promise<{ path: string; text: string }[]> {
  const names = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(new URL(`${folder}/`, root), { recursive: true })).map((name) => `${folder}/${name}`),
    ),
  );
  const paths = names
    .flat()
    .filter((path) => /\.(ts|vue|js)$/.test(path) && !path.startsWith('web/graphql/'));
  return Promise.all(
    paths.map(async (path) => ({ path, text: await readFile(new URL(path, root), 'utf8') })),
  );
}

const files = await sources();
/** In how many files a name stands. */
const usedIn = new Map<string, number>();
for (const { text } of files)
  for (const name of new Set(text.match(/[A-Za-z_$][\w$]*/g) ?? []))
    usedIn.set(name, (usedIn.get(name) ?? 0) + 1);

test('a function, a class or a value is exported for somebody', () => {
  const exported = files
    .filter(({ path }) => /^(src|importers|resolvers|entities|web)\/.*\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async |abstract )*(?:function\*?|const|class|enum) (\w+)/gm)].map(
        ([, name = '']) => ({ path, name }),
      ),
    );
  expect(exported.length).toBeGreaterThan(1000);
  expect(exported.filter(({ name }) => usedIn.get(name) === 1)).toEqual([]);
});

test('a type is exported for somebody, or with what else its file exports', () => {
  const unseen = (path: string, text: string) => {
    const declared = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = '']) => name);
    const alone = new Set(declared.filter((name) => (usedIn.get(name) ?? 1) === 1));
    const shown = alone.size > 0 ? shownTypes(text, alone) : alone;
    return [...alone].filter((name) => !shown.has(name)).map((name) => ({ path, name }));
  };
  const example = `export interface ShownHere { readonly of: OfShown }
    export type OfShown = string;
    export interface NobodysHere { readonly a: number }
    export const count = (shown: ShownHere) => { const none: NobodysHere[] = []; return none.length; };`;
  expect(unseen('example.ts', example.replaceAll('\n    ', '\n'))).toEqual([
    { path: 'example.ts', name: 'NobodysHere' },
  ]);
  expect(
    files
      .filter(({ path }) => /^(src|importers|resolvers|entities|web)\/.*\.ts$/.test(path))
      .flatMap(({ path, text }) => unseen(path, text)),
  ).toEqual([]);
});
