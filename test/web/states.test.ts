import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { deskAddresses } from '../../src/server/routes/deskPages.js';
import { deskStates } from '../support/deskStates.js';

const router = fileURLToPath(new URL('../../web/router.ts', import.meta.url));

/** `/season/:agency/:year(\d{4})` and the like are one page, however each of the two says what a year is. */
const plain = (path: string) => path.replace(/\([^)]*\)/g, '');

test('every page has its states: those of the router, those the server serves and those looked at are the same', async () => {
  const paths = [...(await readFile(router, 'utf8')).matchAll(/path: ['`]([^'`]+)['`]/g)].map(([, path]) =>
    plain(path ?? ''),
  );
  // The way to /sign-in when nobody has signed in is written beside its route.
  const pages = [...new Set(paths)].filter((path) => !path.startsWith('/:rest')).sort();
  expect(pages.length).toBeGreaterThan(15);
  expect(deskAddresses.map(plain).sort()).toEqual(pages);
  expect(Object.keys(deskStates).map(plain).sort()).toEqual(pages);
});
