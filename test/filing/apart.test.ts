import type { DataSource, Logger } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgencyKind } from '../../entities/agencies/AgencyKind.js';
import { isDistributed, recogniseDistribution } from '../../src/database/distribution/distributed.js';
import { columnOf, placements } from '../../src/database/distribution/placements.js';
import { setDeadline } from '../../src/filing/season/setDeadline.js';
import { loadVersionAsOf } from '../../src/filing/reports/versions.js';
import { loadReport } from '../../src/filing/reports/loadReport.js';
import { verifyAudit } from '../../src/filing/verifying/verifyAudit.js';
import { publishReport } from '../../src/filing/workflow/publishReport.js';
import { statusAt } from '../../src/filing/workflow/statusAt.js';
import { submitReport } from '../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../src/filing/workflow/takeStep.js';
import { form2021 } from '../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';
import { draftOf, shownValues, validValues } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { registerTree } from '../support/registerTree.js';
import { proseOf } from '../support/prose.js';

/** What the service asks of a database whose tables are spread over machines, asked of one that only says they are. */

let database: TestDatabase;
const year = 2024;

beforeAll(async () => {
  database = await openTestDatabase();
  const { dataSource } = database;
  if (isDistributed(dataSource)) return;
  await dataSource.query("CREATE TABLE pg_dist_partition AS SELECT 'report'::regclass AS logicalrelid");
  await recogniseDistribution(dataSource);
});
afterAll(() => database.close());

interface Asked {
  readonly statement: string;
  readonly parameters: readonly unknown[];
}

async function askedBy(dataSource: DataSource, work: () => Promise<unknown>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const silent = () => undefined;
  const before = dataSource.logger;
  const logger: Logger = {
    logQuery: (query, parameters = []) =>
      void asked.push({
        statement: query.replace(/\s+/g, ' ').trim(),
        parameters: Array.isArray(parameters) ? parameters : [],
      }),
    ...{
      logQueryError: silent,
      logQuerySlow: silent,
      logSchemaBuild: silent,
      logMigration: silent,
      log: silent,
    },
  };
  dataSource.logger = logger;
  try {
    await work();
  } finally {
    dataSource.logger = before;
  }
  return asked;
}

const spread = Object.keys(placements).filter((table) => columnOf(table) !== null);
const named = `"?(${spread.join('|')})"?`;
const locks = [
  new RegExp(`\\b(UPDATE|DELETE FROM) ${named}\\b`),
  new RegExp(`\\bFROM ${named}\\b.* FOR (NO KEY )?UPDATE`),
];

/** Whether the agency of all it locks is one parameter, or the only element of one. */
function isOfOneAgency({ statement, parameters }: Asked): boolean {
  const [, , element, number] = /\b"?(agency_id|chain)"? = (ANY\()?\$(\d+)/.exec(statement) ?? [];
  const parameter = parameters[Number(number) - 1];
  return element === undefined ? parameter !== undefined : Array.isArray(parameter) && parameter.length === 1;
}

test('no statement locks rows of two agencies, and everything is kept as on one machine', async () => {
  const { dataSource } = database;
  const filing = filingIn(dataSource);
  const asked = await askedBy(dataSource, async () => {
    await registerTree(dataSource, {
      P: { name: '汇总局', consolidates: true },
      A: { name: '甲局', parent: 'P' },
      B: { name: '乙局', parent: 'P' },
    });
    const { sections } = proseOf();
    const values = validValues(form2021);
    const drafts = (of: number) =>
      ['P', 'A', 'B'].map((agency) => draftOf(form2021, values, { year: of, agency, sections }));
    await filing.importDrafts(drafts(year + 1));
    // Those of the year after are judged again, and the consolidated one is due to be.
    await filing.importDrafts(drafts(year));
    const key = 'fees.fees.amount';
    const value = `${Number(shownValues(form2021, values)[key] ?? '0') + 1}`;
    await filing.correct({ agency: 'A', year, expectedVersion: 1, changes: [{ key, value }] });
    const request = { agency: 'B', year, expectedVersion: 1, reason: '核对' };
    await dataSource.transaction((manager) => submitReport(manager, actor, request));
    await dataSource.transaction((manager) => takeStep(manager, actor, { request, name: 'accept' }));
    await dataSource.transaction((manager) => publishReport(manager, actor, request));
    await dataSource.transaction((manager) =>
      setDeadline(manager, actor, {
        agency: 'P',
        kind: AgencyKind.DEPARTMENT,
        day: '01-20',
        reason: '省里的规定',
      }),
    );
  });
  const locking = asked.filter(({ statement }) => locks.some((each) => each.test(statement)));
  expect(locking.length).toBeGreaterThan(30);
  expect(locking.filter((each) => !isOfOneAgency(each)).map(({ statement }) => statement)).toEqual([]);
  expect(await verifyAudit(dataSource.manager)).toEqual([]);

  const { manager } = dataSource;
  const published = await loadReport(manager, 'B', year, 'head');
  const corrected = await loadReport(manager, 'A', year, 'head');
  const now = new Date(Date.now() + 1000);
  expect(published && (await statusAt(manager, published.id, now))).toBe('PUBLISHED');
  expect(published && (await statusAt(manager, published.id, new Date(0)))).toBeNull();
  expect(corrected && (await loadVersionAsOf(manager, corrected.id, now))?.number).toBe(2);
});
