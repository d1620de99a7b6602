import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { DataSource, EntityManager } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import { ChangeKind } from '../../../entities/feed/ChangeKind.js';
import { form2021 } from '../../../src/forms/2021.js';
import { changeAgency } from '../../../src/filing/agencies/changeAgencies.js';
import { listChanges, type ChangeRecord } from '../../../src/filing/feed/listChanges.js';
import { loadReport } from '../../../src/filing/reports/loadReport.js';
import { listReports } from '../../../src/filing/reports/listReports.js';
import { publishReport } from '../../../src/filing/workflow/publishReport.js';
import { submitReport } from '../../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../../src/filing/workflow/takeStep.js';
import { Refusal } from '../../../src/filing/refusal.js';
import { actor, filingIn, type Filing } from '../../support/filing.js';
import { registerBelow } from '../../support/registerBelow.js';
import { proseOf } from '../../support/prose.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { openTestDatabase, serverUrl, type TestDatabase } from '../../support/database.js';

let opened: TestDatabase;
let database: DataSource;
let filing: Filing;

beforeAll(async () => {
  opened = await openTestDatabase();
  database = opened.dataSource;
  filing = filingIn(database);
});
afterAll(() => opened.close());

const shown = ({ kind, agency, year, version }: ChangeRecord) =>
  [kind, agency.code, year, version].filter((each) => each !== null).join(' ');

interface Seen {
  readonly lines: string[];
  readonly cursors: string[];
}

/** Reads on from the last cursor kept, until nothing is left. */
async function readOn({ lines, cursors }: Seen, first: number): Promise<void> {
  for (;;) {
    const page = await listChanges(database.manager, actor, { first, after: cursors.at(-1) ?? null });
    for (const { cursor, item } of page.items) {
      lines.push(shown(item));
      cursors.push(cursor);
    }
    if (!page.hasNextPage) return;
  }
}

const nothing = (): Seen => ({ lines: [], cursors: [] });

test('every kind of change comes once, in the order of the commits, each later than the one before', async () => {
  const start = nothing();
  await readOn(start, 200);
  const above = await filing.register('P', '甲市人民政府');
  const child = await registerBelow(database, above, 'Q');
  const sound = { year: 2024, agency: 'Q', sections: proseOf().sections };
  await filing.importDrafts([draftOf(form2021, validValues(form2021), sound)]);
  const times: (Date | undefined)[] = [];
  const changedAt = async () => (await loadReport(database.manager, 'Q', 2024, 'head'))?.changedAt;
  const at = { agency: 'Q', year: 2024, expectedVersion: 1 };
  const inTransaction = async (work: (manager: EntityManager) => Promise<unknown>) => {
    times.push(await changedAt());
    await database.transaction(work);
  };
  const reason = '按规定办理';
  await inTransaction((manager) => submitReport(manager, actor, at));
  await inTransaction((manager) =>
    takeStep(manager, actor, { request: { ...at, reason }, name: 'withdraw' }),
  );
  await inTransaction((manager) => submitReport(manager, actor, at));
  await inTransaction((manager) => takeStep(manager, actor, { request: { ...at, reason }, name: 'accept' }));
  await inTransaction((manager) => publishReport(manager, actor, { ...at, reason: null }));
  await inTransaction((manager) => takeStep(manager, actor, { request: { ...at, reason }, name: 'reopen' }));
  times.push(await changedAt());
  await database.transaction((manager) =>
    changeAgency(manager, actor, { code: child.code, changes: { name: '新名局', parent: null }, reason }),
  );
  await database.transaction((manager) =>
    changeAgency(manager, actor, { code: child.code, changes: { level: AgencyLevel.COUNTY }, reason }),
  );
  const seen = { lines: [], cursors: start.cursors.slice(-1) };
  await readOn(seen, 3);
  expect(seen.lines).toEqual([
    'AGENCY_REGISTERED P',
    'AGENCY_REGISTERED Q',
    ...['VERSION', 'SUBMITTED', 'WITHDRAWN', 'SUBMITTED', 'ACCEPTED', 'PUBLISHED', 'REOPENED'].map(
      (kind) => `${kind} Q 2024 1`,
    ),
    'AGENCY_RENAMED Q',
    'AGENCY_MOVED Q',
    'AGENCY_CHANGED Q',
  ]);
  const moments = times.map((time) => time?.getTime() ?? 0);
  expect(moments).toEqual([...new Set(moments)].sort((one, other) => one - other));
  const published = await listChanges(database.manager, actor, { first: 5, kinds: [ChangeKind.PUBLISHED] });
  expect(published.items.map(({ item }) => item)).toMatchObject([
    { status: 'PUBLISHED', publication: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});

/** Writes in processes of their own where a database serves several; else all in this one. */
function write(name: string, codes: readonly string[], rounds: number): Promise<unknown> {
  const url = opened.url ?? '';
  const child = spawn(
    process.execPath,
    [new URL('writer.js', import.meta.url).pathname, url, name, String(rounds), ...codes],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return once(child, 'exit').then(([code]) => expect(code).toBe(0));
}

async function writeHere(codes: readonly string[], rounds: number): Promise<void> {
  const person = async (number: number) => {
    for (let round = 0; round < rounds; round += 1) {
      const agency = codes[(number * 7 + round) % codes.length] ?? 'W0';
      const { version } = await filing.report(agency, 2024);
      const value = String(1000 * number + round);
      const changes = [{ key: 'requests.received.naturalPerson', value } as const];
      await filing
        .correct({ agency, year: 2024, expectedVersion: version, changes })
        .catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
        });
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, number) => person(number)));
}

test('sixteen writers, and clients that are killed and go on: nothing lost, nothing twice', async () => {
  const codes = Array.from({ length: 6 }, (_, index) => `W${index}`);
  for (const code of codes) await filing.register(code);
  await filing.importDrafts(
    codes.map((agency) => draftOf(form2021, validValues(form2021), { year: 2024, agency })),
  );
  let writing = true;
  const writers =
    serverUrl === undefined
      ? writeHere(codes, 4)
      : Promise.all([write('A', codes, 10), write('B', codes, 10)]);
  const ended = writers.finally(() => (writing = false));

  /** Follows the feed; killed in the middle of a page it goes on from what it kept. */
  const follow = async (seed: number): Promise<Seen> => {
    const kept = nothing();
    for (let turn = seed; writing || turn % 97 !== 96; turn += 1) {
      const page = await listChanges(database.manager, actor, {
        first: 1 + (turn % 7),
        after: kept.cursors.at(-1) ?? null,
      });
      const killedAfter = turn % 3 === 0 ? turn % (page.items.length + 1) : page.items.length;
      for (const { cursor, item } of page.items.slice(0, killedAfter)) {
        kept.lines.push(shown(item));
        kept.cursors.push(cursor);
      }
      if (!writing) break;
    }
    await readOn(kept, 50);
    return kept;
  };
  /** Asks for what was changed since the latest it saw. */
  const states = new Map<string, number>();
  const poll = async () => {
    let latest = new Date(0);
    const once = async () => {
      const { items } = await listReports(database.manager, actor, {
        first: 200,
        filter: { changedAfter: latest },
      });
      for (const { item } of items) {
        states.set(item.id, item.version);
        if (item.changedAt > latest) latest = item.changedAt;
      }
    };
    while (writing) await once();
    await once();
  };
  const [followed, again] = await Promise.all([follow(1), follow(2), poll(), ended]);
  const whole = nothing();
  await readOn(whole, 200);
  expect(followed.lines).toEqual(whole.lines);
  expect(again.cursors).toEqual(whole.cursors);
  const rows = await database.query<{ id: string; version: number }[]>('SELECT id, version FROM report');
  expect(states).toEqual(new Map(rows.map(({ id, version }) => [id, version])));
  const [{ count = 0 } = {}] = await database.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM report_version',
  );
  expect(whole.lines.filter((line) => line.startsWith('VERSION')).length).toBe(count);
  for (const code of codes) {
    const versions = whole.lines.filter((line) => line.startsWith(`VERSION ${code} `));
    expect(versions).toEqual(versions.map((_, index) => `VERSION ${code} 2024 ${index + 1}`));
  }
  expect(count).toBeGreaterThan(30);
}, 120_000);
