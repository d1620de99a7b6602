import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = new URL('..', import.meta.url).pathname;

/** Which parts each part may import, itself aside. Arrows never turn. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/forms': [],
  'src/core': ['src/forms'],
  'src/text': [],
  'src/words': [],
  'src/prose': [],
  'src/season': [],
  'src/checks': ['src/forms', 'src/core', 'src/prose', 'src/text'],
  'src/problems': ['src/core', 'src/text', 'src/checks'],
  'src/repair': ['src/forms', 'src/core', 'src/checks'],
  'src/comparison': ['src/forms', 'src/core'],
  'src/rollUp': ['src/forms', 'src/core', 'src/comparison'],
  importers: ['src/forms', 'src/core', 'src/text', 'src/words', 'src/prose', 'src/checks', 'src/problems'],
  entities: [],
  'src/database': ['entities'],
  'src/rights': ['entities'],
  'src/exports': [
    'src/forms',
    'src/core',
    'src/text',
    'src/words',
    'src/checks',
    'src/problems',
    'src/repair',
    'importers',
    'src/filing',
  ],
  'src/filing': [
    'src/forms',
    'src/core',
    'src/text',
    'src/words',
    'src/problems',
    'src/checks',
    'src/repair',
    'src/comparison',
    'src/rollUp',
    'importers',
    'entities',
    'src/database',
    'src/rights',
    'src/season',
  ],
  resolvers: [
    'src/season',
    'src/forms',
    'src/core',
    'src/text',
    'src/words',
    'src/problems',
    'src/checks',
    'src/repair',
    'src/rollUp',
    'importers',
    'entities',
    'src/rights',
    'src/filing',
  ],
  'src/server': [
    'src/forms',
    'src/core',
    'src/text',
    'src/words',
    'src/problems',
    'src/checks',
    'importers',
    'entities',
    'src/rights',
    'src/season',
    'src/filing',
    'resolvers',
    'src/database',
    'src/exports',
  ],
  'src/cli': [
    'src/forms',
    'src/core',
    'src/text',
    'src/words',
    'src/problems',
    'src/checks',
    'importers',
    'entities',
    'src/rights',
    'src/season',
    'src/filing',
    'resolvers',
    'src/database',
    'src/exports',
    'src/server',
  ],
};

/** The heart of the product works with nothing but the language. */
const withoutPackages = [
  'src/words',
  'src/forms',
  'src/core',
  'src/prose',
  'src/checks',
  'src/repair',
  'src/comparison',
  'src/rollUp',
];

/** src/cells.ts and its neighbours are the core between the forms and the checks. */
function partOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (first !== 'src') return first;
  return /\.[jt]s$/.test(second) ? 'src/core' : `src/${second}`;
}

async function sourceFiles(): Promise<string[]> {
  const folders = ['src', 'entities', 'importers', 'resolvers'];
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((file) => join(folder, file)),
    ),
  );
  return found.flat().filter((file) => file.endsWith('.ts'));
}

async function importsOf(file: string): Promise<string[]> {
  const source = await readFile(join(root, file), 'utf8');
  return [
    ...source.matchAll(
      /(?:^|\n)(?:import|export)[^;'"]*?from\s+['"]([^'"]+)['"]|\bimport\(['"]([^'"]+)['"]\)/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? '');
}

describe('dependencies point one way', () => {
  test('no part imports what stands above it', async () => {
    const wrong: string[] = [];
    for (const file of await sourceFiles())
      for (const name of await importsOf(file)) {
        if (!name.startsWith('.')) continue;
        const [from, to] = [partOf(file), partOf(normalize(join(dirname(file), name)))];
        if (from !== to && !allowed[from]?.includes(to)) wrong.push(`${file} imports ${name}`);
      }
    expect(wrong).toEqual([]);
  });

  test('forms, cells and checks import no package', async () => {
    const wrong: string[] = [];
    for (const file of await sourceFiles())
      if (withoutPackages.includes(partOf(file)))
        for (const name of await importsOf(file))
          if (!name.startsWith('.')) wrong.push(`${file} imports ${name}`);
    expect(wrong).toEqual([]);
  });

  test('every part is known', async () => {
    const parts = new Set((await sourceFiles()).map(partOf));
    expect([...parts].filter((part) => !(part in allowed))).toEqual([]);
  });
});
