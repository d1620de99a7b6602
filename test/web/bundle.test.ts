import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const web = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const assets = readdirSync(`${web}assets`).filter((name) => /\.(js|css)$/.test(name));
const sizeOf = (name: string) => gzipSync(readFileSync(`${web}assets/${name}`)).length;

/** Everything but the plots, which are loaded when somebody looks at them. */
test('all pages together are under 300 kB compressed', () => {
  const files = assets.filter((name) => !name.startsWith('plot'));
  expect(files.length).toBeGreaterThan(5);
  expect(files.reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThan(300 * 1024);
});

test('what draws the plots is a part of its own that no first page asks for', () => {
  const drawing = assets.filter((name) => name.startsWith('plot') && name.endsWith('.js'));
  expect(drawing).toHaveLength(1);
  expect(sizeOf(drawing[0]!)).toBeGreaterThan(100 * 1024);
  const atOnce = /import\s*(?:[\w{},*\s]+from\s*)?"\.\/plot/;
  for (const name of assets.filter((each) => each.endsWith('.js')))
    expect(readFileSync(`${web}assets/${name}`, 'utf8'), name).not.toMatch(atOnce);
  expect(readFileSync(`${web}index.html`, 'utf8')).not.toContain('plot');
});
