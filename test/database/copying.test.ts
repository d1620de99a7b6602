import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Agency } from '../../entities/agencies/Agency.js';
import { Upload } from '../../entities/importing/Upload.js';
import type { CopiedRow } from '../../src/database/copying/readTable.js';
import { readTable } from '../../src/database/copying/readTable.js';
import { writeTable } from '../../src/database/copying/writeTable.js';
import { keepUploads } from '../../src/filing/importing/runs/keepUploads.js';
import { sha256 } from '../../src/filing/sha256.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { filingIn } from '../support/filing.js';
import { registerBelow } from '../support/registerBelow.js';

let from: TestDatabase;
let to: TestDatabase;
beforeAll(async () => {
  [from, to] = [await openTestDatabase(), await openTestDatabase()];
});
afterAll(() => Promise.all([from, to].map((database) => database.close())));

const mebibyte = 1024 * 1024;

test('bytes of any size come over piece by piece, and are the same', async () => {
  const files = [0, 1, 4 * mebibyte, 4 * mebibyte + 1, 9 * mebibyte].map((size) => randomBytes(size));
  const kept = files.map((bytes) => ({ bytes, sha256: sha256(bytes) }));
  await from.dataSource.transaction((manager) => keepUploads(manager, new Date(), kept));
  const held: number[] = [];
  await from.dataSource.transaction((source) =>
    to.dataSource.transaction((target) => {
      async function* watched(): AsyncGenerator<CopiedRow[]> {
        for await (const rows of readTable(source, from.dataSource.getMetadata(Upload)))
          yield rows.map((row) => ({ ...row, bytes: sized(row.bytes, held) }));
      }
      return writeTable(target, to.dataSource.getMetadata(Upload), watched());
    }),
  );
  const found = await to.dataSource.manager.find(Upload);
  expect(found.map(({ sha256: digest, bytes }) => [digest, sha256(bytes)]).sort()).toEqual(
    kept.map(({ sha256: digest }) => [digest, digest]).sort(),
  );
  expect(Math.max(...held)).toBe(4 * mebibyte);
});

async function* sized(pieces: CopiedRow['bytes'], held: number[]): AsyncGenerator<Buffer> {
  for await (const piece of pieces ?? []) {
    held.push(piece.byteLength);
    yield piece;
  }
}

test('rows that name a row which comes later come over all the same', async () => {
  const { register } = filingIn(from.dataSource);
  await registerBelow(from.dataSource, await register('A'), 'B');
  const table = from.dataSource.getMetadata(Agency);
  await from.dataSource.transaction((source) =>
    to.dataSource.transaction(async (target) => {
      const rows: CopiedRow[] = [];
      for await (const batch of readTable(source, table)) rows.push(...batch);
      // A row a batch, those above last.
      const depth = ({ line }: CopiedRow) => (JSON.parse(line) as { depth: number }).depth;
      rows.sort((one, other) => depth(other) - depth(one));
      async function* oneByOne(): AsyncGenerator<CopiedRow[]> {
        for (const row of rows) yield [row];
      }
      expect(await writeTable(target, to.dataSource.getMetadata(Agency), oneByOne())).toBe(2);
    }),
  );
  const rowsIn = ({ dataSource }: TestDatabase) =>
    dataSource.query<object[]>('SELECT * FROM agency ORDER BY code');
  expect(await rowsIn(to)).toEqual(await rowsIn(from));
});
