import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstFilledTable } from '../../src/database/copying/emptyTables.js';
import { isMigrated, migrate, undoLastMigration } from '../../src/database/migrate.js';
import { migrations } from '../../src/database/migrations/index.js';
import { auditHeads, verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../src/forms/2021.js';
import { serverUrl } from '../support/database.js';
import { draftOf, importOptions, shownValues, validValues, withCells } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';
import { proseOf } from '../support/prose.js';
import { emptyPlace, folderPlace, within, type Place } from './killing/databases.js';
import { killed } from './killing/killed.js';
import { seeded } from './killing/seeded.js';
import { countsOf, faultsOf, foundIn, journalOf, type Journal } from './killing/journal.js';
import { storedOnce } from './killing/states.js';

/** KILLS=1000 KILL_SEED=7: as many, at the moments of that seed. Some of them while moving and upgrading. */
const kills = Number(process.env['KILLS'] ?? (serverUrl === undefined ? 20 : 40));
const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
const random = seeded(seed);
const ofEach = Math.max(1, Math.round(kills / 15));
const movesTo = serverUrl === undefined ? 0 : ofEach;

const year = 2024;
const parts = 4;
/** Most of what is done begins within so long. */
const lifetime = serverUrl === undefined ? 900 : 500;
const worker = new URL('killing/killable.js', import.meta.url).pathname;
const program = new URL('../../bin/nianbao.js', import.meta.url).pathname;
const values = validValues(form2021);
const key = 'requests.received.naturalPerson';
const { sections } = proseOf();
const draftFor = (agency: string | null) =>
  draftOf(form2021, withCells(form2021, values, { [key]: '1' }), { year, agency, sections });

describe(`${kills} kills at random moments, seed ${seed}`, { timeout: 3_600_000 }, () => {
  let folder: string;
  let draftFile: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-kills-'));
    draftFile = join(folder, 'draft.json');
    const change = { key, value: shownValues(form2021, values)[key] };
    await writeFile(
      draftFile,
      JSON.stringify({ draft: draftFor(null), change, options: importOptions(), year }),
    );
  });
  afterAll(() => rm(folder, { recursive: true }));

  const asked = (place: Place, name: string, begins: string) => [
    worker,
    JSON.stringify({ database: place.settings, name, draftFile, begins, parts }),
  ];

  async function migrationsDone(database: DataSource): Promise<number> {
    const [row] = await database.query<{ count: number }[]>('SELECT count(*)::int AS count FROM migration');
    return row?.count ?? 0;
  }

  /** Some agencies with a report each, of which one was corrected. */
  async function fill(database: DataSource): Promise<void> {
    const filing = filingIn(database);
    const codes = Array.from({ length: 12 }, (_, index) => `F${index}`);
    for (const code of codes) await filing.register(code);
    await filing.importDrafts(codes.map((code) => draftFor(code)));
    await filing.correct({ agency: 'F0', year, changes: [{ key, value: '2' }] });
  }

  const agenciesOf = (collection: string) =>
    Array.from({ length: parts }, (_, index) => `${collection}-${index}`);

  test('of import, collection, correction, submission and publication nothing is lost, doubled or half done', async () => {
    const lanes = serverUrl === undefined ? 1 : 2;
    const place = await emptyPlace();
    await within(place, migrate);
    const moments = Array.from({ length: kills - ofEach - movesTo }, (_, index) => ({
      name: `K${index}`,
      begins: index % 2 === 0 ? 'life' : 'collection',
      after: random() * lifetime,
    }));
    const told: Journal[] = [];
    const next = moments.values();
    const lane = async (): Promise<void> => {
      for (const { name, begins, after } of next) {
        const { lines } = await killed(asked(place, name, begins), { from: 'ready', after });
        told.push(journalOf(lines));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    await within(place, async (database) => {
      const { manager } = database;
      expect(await verifyAudit(manager)).toEqual([]);
      const found = await foundIn(manager);
      const faults = told.flatMap((lines) => faultsOf(lines, found));
      expect(faults).toEqual([]);
      // Whoever sends again what they have no answer to gets what was missing, and nothing twice.
      const unfinished = told.flatMap(({ broken }) =>
        broken?.operation === 'collection' ? [broken.of] : [],
      );
      const agencies = unfinished.flatMap(agenciesOf);
      await filingIn(database).importDrafts(agencies.map((agency) => draftFor(agency)));
      const now = await foundIn(manager);
      expect(agencies.filter((agency) => !isDeepStrictEqual(now.agencies.get(agency), storedOnce))).toEqual(
        [],
      );
      expect(await verifyAudit(manager)).toEqual([]);
    });
    console.log(countsOf(told));
    await place.remove();
  });

  test('of an upgrade of the tables there is all or nothing, with everything that was kept', async () => {
    const older = await emptyPlace();
    const before = await within(older, async (database) => {
      await migrate(database);
      await fill(database);
      // What was sealed before that was sealed otherwise.
      const sealing = migrations.findIndex(({ name }) => name.startsWith('Seals'));
      for (const _ of migrations.slice(sealing + 1)) await undoLastMigration(database);
      return { heads: await auditHeads(database.manager), done: await migrationsDone(database) };
    });
    const upgraded = async (after: number): Promise<number> => {
      const place = await older.copy();
      const { milliseconds } = await killed(asked(place, 'U', 'upgrade'), { from: 'ready', after });
      await within(place, async (database) => {
        expect([before.done, migrations.length]).toContain(await migrationsDone(database));
        await migrate(database);
        expect(await isMigrated(database)).toBe(true);
        expect(await auditHeads(database.manager)).toEqual(before.heads);
        expect(await verifyAudit(database.manager)).toEqual([]);
      });
      await place.remove();
      return milliseconds;
    };
    const whole = await upgraded(Infinity);
    for (let kill = 0; kill < ofEach; kill += 1) await upgraded(random() * whole);
    await older.remove();
  });

  test.runIf(movesTo > 0)('of a move there is all or nothing, and it is done again', async () => {
    const source = await folderPlace();
    const heads = await within(source, async (database) => {
      await migrate(database);
      await fill(database);
      return auditHeads(database.manager);
    });
    let target = await emptyPlace();
    const moved = async (after: number): Promise<number> => {
      const args = [program, 'move', '--to', target.settings.url ?? ''];
      const environment = { NIANBAO_DATA: source.settings.folder ?? '' };
      const { milliseconds } = await killed(args, { from: null, after, environment });
      const isThere = await within(target, async (database) => {
        if ((await firstFilledTable(database.manager)) === null) return false;
        expect(await auditHeads(database.manager)).toEqual(heads);
        expect(await verifyAudit(database.manager)).toEqual([]);
        return true;
      });
      expect(isThere || after < Infinity).toBe(true);
      if (isThere) {
        await target.remove();
        target = await emptyPlace();
      }
      return milliseconds;
    };
    const whole = await moved(Infinity);
    for (let kill = 0; kill < movesTo; kill += 1) await moved((0.3 + 0.75 * random()) * whole);
    await moved(Infinity);
    await within(source, async ({ manager }) => expect(await auditHeads(manager)).toEqual(heads));
    await Promise.all([source, target].map((place) => place.remove()));
  });
});
