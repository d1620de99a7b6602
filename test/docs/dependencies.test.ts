import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly license?: string;
}
const manifest = (path: string) => JSON.parse(read(path)) as Manifest;

/** The lines of a table under a heading: package names, and the other columns. */
function listed(page: string, heading: string): { names: string[]; columns: string[] }[] {
  const [, after = ''] = page.split(`## ${heading}\n`);
  const section = after.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) => {
      const [names = '', ...columns] = line
        .split('|')
        .slice(1, -1)
        .map((text) => text.trim());
      return { names: names.split(/[、,]\s*/), columns };
    });
}

test.each([
  ['README.md', '依赖'],
  ['README.en.md', 'Dependencies'],
])('%s lists every runtime dependency and nothing else', (page, heading) => {
  const names = listed(read(page), heading).flatMap((row) => row.names);
  expect(names.sort()).toEqual(Object.keys(manifest('package.json').dependencies ?? {}).sort());
});

test.each([
  ['README.md', '依赖'],
  ['README.en.md', 'Dependencies'],
])('%s says of each what for, its licence, and why this one', (page, heading) => {
  for (const { names, columns } of listed(read(page), heading)) {
    expect(columns).toHaveLength(3);
    for (const column of columns) expect(column).not.toBe('');
    for (const name of names)
      expect([name, columns[1]]).toEqual([
        name,
        expect.stringContaining(manifest(`node_modules/${name}/package.json`).license ?? 'none'),
      ]);
  }
});
