import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

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

test('a function, a class or a value is exported for somebody', async () => {
  const files = await sources();
  const usedIn = new Map<string, number>();
  for (const { text } of files)
    for (const name of new Set(text.match(/[A-Za-z_$][\w$]*/g) ?? []))
      usedIn.set(name, (usedIn.get(name) ?? 0) + 1);
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
