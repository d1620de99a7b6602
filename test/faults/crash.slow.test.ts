import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/database/dataSource.js';
import { migrate } from '../../src/database/migrate.js';
import { submitReport } from '../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../src/filing/workflow/takeStep.js';
import { workflowRecords } from '../../src/filing/workflow/workflowRecords.js';
import { loadReport } from '../../src/filing/reports/loadReport.js';
import { listVersions } from '../../src/filing/reports/loadVersions.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../src/forms/2021.js';
import { openTestDatabase, serverUrl } from '../support/database.js';
import { draftOf, fileOf, importOptions, shownValues, validValues, withCells } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { proseOf } from '../support/prose.js';
import { crashPoints, isDone, type CrashPoint } from './points.js';

/** Each place once; CRASHES=25 does each that many times. */
const times = Number(process.env['CRASHES'] ?? 1);
const year = 2024;
const values = validValues(form2021);
const key = 'requests.received.naturalPerson';
const wrong = { [key]: '1' };

interface Crash {
  readonly point: CrashPoint;
  readonly agency: string;
}

const crashes: readonly Crash[] = crashPoints.flatMap((point, index) =>
  Array.from({ length: times }, (_, time) => ({ point, agency: `K${index + 1}-${time + 1}` })),
);

let settings: { url: string } | { folder: string };
let close: () => Promise<void>;

beforeAll(async () => {
  if (serverUrl === undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'nianbao-crash-'));
    settings = { folder };
    close = () => rm(folder, { recursive: true, force: true });
    await withDatabase(async (database) => {
      await migrate(database);
    });
  } else {
    const database = await openTestDatabase();
    const [named] = await database.dataSource.query<{ name: string }[]>('SELECT current_database() AS name');
    const url = new URL(serverUrl);
    url.pathname = `/${named?.name}`;
    settings = { url: url.href };
    close = () => database.close();
  }
});
afterAll(() => close());

/** The embedded database serves one process: it is opened before and after, never while others work. */
async function withDatabase<Answer>(work: (database: DataSource) => Promise<Answer>): Promise<Answer> {
  const database = await openDatabase(settings);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

/** Brings a report to where the operation begins. */
async function prepare(database: DataSource, { point: { operation }, agency }: Crash): Promise<void> {
  const filing = filingIn(database);
  await filing.register(agency);
  if (operation === 'import') return;
  const cells = operation === 'correct' ? wrong : {};
  const { sections } = proseOf();
  await filing.importDrafts([
    draftOf(form2021, withCells(form2021, values, cells), { year, agency, sections }),
  ]);
  if (operation !== 'publish') return;
  const at = { agency, year, expectedVersion: 1 };
  await database.transaction((manager) => submitReport(manager, actor, at));
  await database.transaction((manager) =>
    takeStep(manager, actor, { request: { ...at, reason: '同意' }, name: 'accept' }),
  );
}

function crash({ point, agency }: Crash): Promise<NodeJS.Signals | null> {
  const file = fileOf([draftOf(form2021, values, { year, agency })], `${agency}.xlsx`);
  const request = {
    database: settings,
    point,
    agency,
    year,
    file: { ...file, bytes: [...file.bytes] },
    options: importOptions(),
    change: { key, value: shownValues(form2021, values)[key] },
  };
  const script = new URL('crashHere.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, JSON.stringify(request)], { stdio: 'inherit' });
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (_code, signal) => ended(signal));
  });
}

/** What of the operation is there: all of it, nothing of it, or, never, a part. */
async function stateAfter(database: DataSource, { point: { operation }, agency }: Crash) {
  const { manager } = database;
  const report = await loadReport(manager, agency, year);
  const versions = report ? (await listVersions(manager, [report.id])).length : 0;
  const steps = report ? await workflowRecords.steps(manager, [report.id]) : [];
  const publications = report ? await workflowRecords.publications(manager, [report.id]) : [];
  const [kept] = await manager.query<{ runs: number }[]>(
    `SELECT count(*)::int AS runs FROM import_report WHERE agency = $1`,
    [agency],
  );
  const last = steps.at(-1)?.toStatus ?? 'DRAFT';
  switch (operation) {
    case 'import':
      return { done: [report !== null, versions === 1, kept?.runs === 1] };
    case 'correct':
      return { done: [report?.version === 2, versions === 2, report?.errorCount === 0] };
    case 'submit':
      return { done: [report?.status === 'SUBMITTED', last === 'SUBMITTED', report?.submittedAt != null] };
    case 'publish':
      return {
        done: [report?.status === 'PUBLISHED', last === 'PUBLISHED', publications.length === 1],
      };
  }
}

test('a process killed anywhere leaves all or nothing, and the audit chains hold', async () => {
  await withDatabase(async (database) => {
    for (const each of crashes) await prepare(database, each);
  });
  for (const each of crashes)
    expect([each.point.name, await crash(each)]).toEqual([each.point.name, 'SIGKILL']);
  await withDatabase(async (database) => {
    for (const each of crashes) {
      const { done } = await stateAfter(database, each);
      const expected = isDone(each.point);
      expect([each.point.name, ...done]).toEqual([each.point.name, expected, expected, expected]);
    }
    expect(await verifyAudit(database.manager)).toEqual([]);
  });
}, 3_600_000);
