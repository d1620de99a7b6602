import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importGraph } from './support/importGraph.js';

const root = new URL('..', import.meta.url).pathname;

/** The kinds of text that nobody may exchange for another: everything may import them, they import nothing. */
const brands = 'src/brands';

/** Which parts each part may import, itself and the brands aside. Arrows never turn. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  [brands]: [],
  'src/forms': [],
  'src/core': ['src/forms'],
  'src/text': [],
  'src/words': [],
  'src/prose': [],
  'src/season': [],
  'src/checks': ['src/forms', 'src/core', 'src/prose', 'src/season', 'src/text', 'src/words'],
  'src/ledger': ['src/forms', 'src/core', 'src/prose', 'src/season', 'src/words'],
  'src/problems': ['src/core', 'src/text', 'src/checks'],
  'src/repair': ['src/forms', 'src/core', 'src/checks'],
  'src/comparison': ['src/forms', 'src/core'],
  'src/rollUp': ['src/forms', 'src/core', 'src/comparison'],
  importers: [
    'src/ledger',
    'src/season',
    'src/forms',
    'src/core',
    'src/text',
    'src/words',
    'src/prose',
    'src/checks',
    'src/problems',
  ],
  entities: ['src/core', 'src/words'],
  'src/database': ['entities'],
  'src/rights': ['entities', 'src/words'],
  'src/exports': [
    'src/ledger',
    'src/forms',
    'src/core',
    'src/text',
    'src/words',
    'src/prose',
    'src/checks',
    'src/problems',
    'src/repair',
    'src/season',
    'src/comparison',
    'src/rollUp',
    'importers',
    'src/filing',
  ],
  'src/filing': [
    'src/ledger',
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
    'src/ledger',
    'src/database',
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
    'src/ledger',
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
  // The desk: the same rules judge in the browser and on the server.
  web: [
    'src/ledger',
    'src/forms',
    'src/core',
    'src/text',
    'src/words',
    'src/prose',
    'src/checks',
    'src/repair',
    'src/season',
  ],
  'src/cli': [
    'src/ledger',
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
  brands,
  'src/words',
  'src/forms',
  'src/core',
  'src/prose',
  'src/season',
  'src/checks',
  'src/repair',
  'src/comparison',
  'src/rollUp',
  'src/ledger',
];

/**
 * The rooms of `src/filing`: each imports only rooms before it. The kernel is the files that stand beside the
 * rooms; agencies are known before reports are, a report before it is judged.
 */
const filingRooms = [
  ...[
    'kernel',
    'lists',
    'access',
    'audit',
    'agencies',
    'tokens',
    'people',
    'reports',
    'verifying',
    'judging',
  ],
  ...[
    'correcting',
    'explaining',
    'workflow',
    'rollUp',
    'season',
    'importing',
    'nodes',
    'ledger',
    'feed',
    'deliveries',
  ],
];

/** The rooms of `resolvers`: the edge knows no subject, the schema knows all. */
const resolverRooms = [
  ...['edge', 'forms', 'access', 'agencies', 'reports', 'audit', 'judging', 'comparing', 'correcting'],
  ...[
    'explaining',
    'rollUp',
    'season',
    'importing',
    'workflow',
    // Who one is says what waits for one.
    'people',
    'nodes',
    'ledger',
    'feed',
    'deliveries',
    'schema',
  ],
];

/** More files in one folder nobody looks through. */
const mostFiles = 25;
const sourceFolders = ['src', 'importers', 'resolvers', 'entities', 'web'];

/** src/cells.ts and its neighbours are the core between the forms and the checks. */
function partOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  if (first !== 'src') return first;
  return /\.[jt]s$/.test(second) ? 'src/core' : `src/${second}`;
}

/** The room of a file below a folder; files beside the rooms are the kernel. */
function roomOf(folder: string, file: string): string | undefined {
  if (!file.startsWith(`${folder}/`)) return undefined;
  const [room = '', ...rest] = file.slice(folder.length + 1).split('/');
  return rest.length === 0 ? 'kernel' : room;
}

async function filesInFolders(folder: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true }))
    if (entry.isFile()) {
      const parent = relative(root, entry.parentPath);
      counts.set(parent, (counts.get(parent) ?? 0) + 1);
    }
  return counts;
}

describe('dependencies point one way', async () => {
  const { files, circles } = await importGraph();
  const imports = files.flatMap(({ path, imports }) => imports.map((to) => ({ from: path, ...to })));
  const wrongBelow = (folder: string, order: readonly string[]) =>
    imports.flatMap(({ from, path }) => {
      const [room, other] = [roomOf(folder, from), roomOf(folder, path)];
      if (room === undefined || other === undefined || room === other) return [];
      return order.indexOf(other) < order.indexOf(room) ? [] : [`${from} imports ${path}`];
    });
  const unknownRooms = (folder: string, order: readonly string[]) =>
    [...new Set(files.flatMap(({ path }) => roomOf(folder, path) ?? []))].filter(
      (room) => !order.includes(room),
    );

  test('the files are all there', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(imports.filter(({ isOwn }) => isOwn).length).toBeGreaterThan(files.length);
  });

  test('a resolver has few files beside it: types and inputs of one subject are one', () => {
    expect(files.filter(({ path }) => path.startsWith('resolvers/')).length).toBeLessThan(75);
  });

  test('no part imports what stands above it', () => {
    const wrong = imports.filter(({ from, path, isOwn }) => {
      const [part, other] = [partOf(from), partOf(path)];
      return isOwn && part !== other && other !== brands && !allowed[part]?.includes(other);
    });
    expect(wrong).toEqual([]);
  });

  test('forms, cells and checks import no package', () => {
    expect(imports.filter(({ from, isOwn }) => !isOwn && withoutPackages.includes(partOf(from)))).toEqual([]);
  });

  test('every part is known', () => {
    expect(files.filter(({ path }) => !(partOf(path) in allowed))).toEqual([]);
  });

  test('no file reaches itself through what it imports, be it types alone', () => {
    expect(circles).toEqual([]);
  });

  test.each([
    ['src/filing', filingRooms],
    ['resolvers', resolverRooms],
  ])('the rooms of %s have an order', (folder, order) => {
    expect(unknownRooms(folder, order)).toEqual([]);
    expect(wrongBelow(folder, order)).toEqual([]);
  });

  test.each(sourceFolders)('a folder of %s can be looked through', async (folder) => {
    const large = [...(await filesInFolders(folder))].filter(([, count]) => count > mostFiles);
    expect(large).toEqual([]);
  });

  test('the desk imports the rules and their words, and nothing of the server', async () => {
    const pages = (await readdir(join(root, 'web'), { recursive: true }))
      .filter((file) => /\.(ts|vue)$/.test(file))
      .map((file) => join('web', file));
    expect(pages.length).toBeGreaterThan(50);
    const wrong: string[] = [];
    for (const file of pages)
      for (const [, name = ''] of (await readFile(join(root, file), 'utf8')).matchAll(
        /(?:from|import|import\()\s*['"](\.[^'"]+)['"]/g,
      )) {
        const part = partOf(normalize(join(dirname(file), name)));
        if (part !== 'web' && part !== brands && !allowed['web']?.includes(part))
          wrong.push(`${file} imports ${name}`);
      }
    expect(wrong).toEqual([]);
  });
});
