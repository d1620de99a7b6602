import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const assets = fileURLToPath(new URL('../../dist/web/assets/', import.meta.url));

/** Everything but the plots, which are loaded when somebody looks at them. */
test('all pages together are under 300 kB compressed', () => {
  const files = readdirSync(assets).filter((name) => /\.(js|css)$/.test(name) && !name.startsWith('plot'));
  expect(files.length).toBeGreaterThan(5);
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(assets + name)).length, 0);
  expect(bytes).toBeLessThan(300 * 1024);
});
