import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../importers/collection/readCollection.js';
import { readFile } from '../../importers/worker/readFile.js';
import { makeZip } from './reading/zip.js';

const options = { blanksAreZero: false };
const fixture = (name: string) => readFileSync(new URL(`../fixtures/encrypted/${name}`, import.meta.url));

/** A report with a password to open it: as LibreOffice saves it, and as newer Excels do (agile encryption). */
const files = ['年报.xls', '年报.xlsx', '年报.ods', 'agile.xlsx'];

describe.each(files)('%s with a password', (name) => {
  test.each(['report', 'collection'] as const)(
    'as a %s is ENCRYPTED, and says what to do',
    async (layout) => {
      const parts: unknown[] = [];
      if (layout === 'report') parts.push(await readFile(fixture(name), name, options));
      else for await (const part of readCollection(fixture(name), name, options)) parts.push(part);
      expect(parts).toMatchObject([
        { reports: [], problems: [{ code: 'ENCRYPTED', message: expect.stringContaining('取消打开密码') }] },
      ]);
    },
  );

  test('under another name, and without one, is ENCRYPTED', async () => {
    for (const other of ['年报.csv', '年报', '年报.xls']) {
      const { problems } = await readFile(fixture(name), other, options);
      expect(problems.map(({ code }) => code)).toEqual(['ENCRYPTED']);
    }
  });
});

test('an archive with a password is ENCRYPTED', async () => {
  const archive = makeZip([{ name: '年报.xlsx', content: 'x', flags: 1 }]);
  const parts: unknown[] = [];
  for await (const part of readCollection(archive, '年报.zip', options)) parts.push(part);
  expect(parts).toMatchObject([{ reports: [], problems: [{ code: 'ENCRYPTED' }] }]);
});
