import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import type { DraftSection } from '../../../importers/draft/draft.js';
import { correctSections, type SectionCorrection } from '../../../src/filing/correcting/correctSections.js';
import { sha256 } from '../../../src/filing/sha256.js';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { loadVersion } from '../../../src/filing/reports/versions.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { type DraftDetails, draftOf, validValues, withCells } from '../../support/drafts.js';
import { actor, filingIn, refusalOf, type Filing } from '../../support/filing.js';

let database: TestDatabase;
let filing: Filing;
let counter = 0;
let agency: string;
const year = 2024;
const values = validValues(form2021);
const [overview, problems, other] = form2021.sections
  .filter(({ tables }) => tables.length === 0)
  .map(({ id, numeral, title }) => ({ id, title: `${numeral}、${title}` }));
const sections: readonly DraftSection[] = [
  { ...overview!, text: '本年度主动公开信息若干条。' },
  { ...problems!, text: '公开不够及时。' },
];

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
});
beforeEach(async () => {
  agency = `S${++counter}`;
  await filing.register(agency);
  await filing.importDrafts([draftOf(form2021, values, { year, agency, sections })]);
});
afterAll(() => database.close());

const correct = (correction: Partial<SectionCorrection>) =>
  database.dataSource.transaction((manager) =>
    correctSections(manager, actor, {
      agency,
      year,
      expectedVersion: 1,
      changes: [{ section: problems!.id, text: '公开不够及时，已建立台账，每月检查。' }],
      reason: '按审核意见补充',
      preview: false,
      ...correction,
    }),
  );

test('a correction makes a new version with the same numbers; both texts stay in the versions', async () => {
  const before = await filing.report(agency, year);
  const { report } = await correct({
    changes: [
      { section: problems!.id, text: ' 公开不够及时，已建立台账，每月检查。\n' },
      { section: other!.id, text: '没有收取信息处理费。' },
    ],
  });
  expect(report).toMatchObject({
    version: 2,
    origin: 'CORRECTION',
    values: before.values,
    raws: before.raws,
    correctedCells: [],
    sections: [
      sections[0],
      { ...problems!, text: '公开不够及时，已建立台账，每月检查。' },
      { ...other!, text: '没有收取信息处理费。' },
    ],
  });
  const first = await loadVersion(database.dataSource.manager, report.id, 1);
  expect(first?.sections).toEqual(sections);
  const entries = await database.dataSource.manager.findBy(AuditEntry, {
    reportId: report.id,
    action: 'SECTION_CORRECTED',
  });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    reason: '按审核意见补充',
    version: 2,
    changes: [],
    details: {
      [`${problems!.id}.lengthBefore`]: 7,
      [`${problems!.id}.sha256After`]: sha256('公开不够及时，已建立台账，每月检查。'),
      [`${other!.id}.lengthBefore`]: null,
      [`${other!.id}.lengthAfter`]: 10,
    },
  });
  expect(await verifyAudit(database.dataSource.manager)).toEqual([]);
});

test('a section can be taken away, and what a preview says is what is done', async () => {
  const changes = [{ section: problems!.id, text: null }];
  const preview = await correct({ changes, preview: true, reason: '' });
  expect(preview.report).toEqual(await filing.report(agency, year));
  expect(preview.report.version).toBe(1);
  const { report, resolved, introduced } = await correct({ changes });
  expect({ resolved, introduced }).toEqual({ resolved: preview.resolved, introduced: preview.introduced });
  expect(report.sections).toEqual([sections[0]]);
});

test('a workbook without prose keeps the corrected text, one with other prose replaces it', async () => {
  await correct({});
  const more = withCells(form2021, values, { 'fees.fees.amount': '7' });
  await filing.importDrafts([draftOf(form2021, more, { year, agency })]);
  const text = '公开不够及时，已建立台账，每月检查。';
  expect((await filing.report(agency, year)).sections).toEqual([sections[0], { ...problems!, text }]);
  await filing.importDrafts([draftOf(form2021, more, { year, agency, sections })]);
  expect(await filing.report(agency, year)).toMatchObject({ version: 4, sections });
});

test('headings and date are kept as printed, until another file with prose prints others', async () => {
  const printed: DraftDetails = { sections, headings: ['一、总体情况', '五、问题'], datedOn: '2025-01-12' };
  await filing.importDrafts([draftOf(form2021, values, { year, agency, ...printed })]);
  expect(await filing.report(agency, year)).toMatchObject({ version: 2, ...printed });
  const more = withCells(form2021, values, { 'fees.fees.amount': '7' });
  await filing.importDrafts([draftOf(form2021, more, { year, agency })]);
  await filing.importDrafts([draftOf(form2021, values, { year, agency, sections })]);
  expect(await filing.report(agency, year)).toMatchObject({ version: 4, ...printed });
  const later = { ...printed, datedOn: '2025-01-20' } as const;
  await filing.importDrafts([draftOf(form2021, values, { year, agency, ...later })]);
  expect(await filing.report(agency, year)).toMatchObject({ version: 5, ...later });
  const changed = await correct({ expectedVersion: 5 });
  expect(changed.report).toMatchObject({ headings: later.headings, datedOn: later.datedOn });
  const without = await correct({ expectedVersion: 6, changes: [{ section: problems!.id, text: null }] });
  expect(without.report).toMatchObject({ headings: null, datedOn: later.datedOn });
});

describe('refused, with nothing stored, is', () => {
  test.each<[string, Partial<SectionCorrection>, string[]]>([
    ['REASON_REQUIRED', { reason: ' ' }, ['reason']],
    ['VERSION_CONFLICT', { expectedVersion: 9 }, ['expectedVersion']],
    ['REPORT_NOT_FOUND', { year: 1999 }, ['report']],
    ['NOTHING_CHANGED', { changes: [] }, ['changes']],
    ['NOTHING_CHANGED', { changes: [{ section: overview!.id, text: sections[0]!.text }] }, ['changes']],
    ['NOTHING_CHANGED', { changes: [{ section: other!.id, text: '  ' }] }, ['changes']],
    ['INVALID_REQUEST', { changes: [{ section: 'no', text: '甲' }] }, ['changes', '0', 'section']],
    ['INVALID_REQUEST', { changes: [{ section: 'requests', text: '甲' }] }, ['changes', '0', 'section']],
    [
      'INVALID_REQUEST',
      { changes: [{ section: overview!.id, text: '字'.repeat(100_001) }] },
      ['changes', '0', 'text'],
    ],
    [
      'INVALID_REQUEST',
      {
        changes: [
          { section: overview!.id, text: '甲' },
          { section: overview!.id, text: '乙' },
        ],
      },
      ['changes', '1', 'section'],
    ],
  ])('%s: %j', async (code, correction, path) => {
    const refusal = await refusalOf(correct(correction));
    expect([refusal.code, refusal.path]).toEqual([code, path]);
    expect((await filing.report(agency, year)).version).toBe(1);
  });
});
