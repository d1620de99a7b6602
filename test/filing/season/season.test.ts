import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { listReminders } from '../../../src/filing/season/listReminders.js';
import { progressOf } from '../../../src/filing/season/progressOf.js';
import { setDeadline } from '../../../src/filing/season/setDeadline.js';
import { loadAgency } from '../../../src/filing/agencies/listAgencies.js';
import { submitReport } from '../../../src/filing/workflow/submitReport.js';
import { form2021 } from '../../../src/forms/2021.js';
import { dayInChina } from '../../../src/season/chinaDay.js';
import { daysBetween, isYearDay } from '../../../src/season/deadline.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { actor, filingIn, refusalOf, type Filing } from '../../support/filing.js';
import type { Day } from '../../../src/brands/brands.js';

const year = 2024;
let database: TestDatabase;
let filing: Filing;
const inTransaction = <Answer>(work: (manager: EntityManager) => Promise<Answer>) =>
  database.dataSource.transaction(work);
const agencyOf = async (code: string) => (await loadAgency(database.dataSource.manager, code))!;

/** A city with a department, a county under it and a township under that. */
beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
  for (const code of ['city', 'dept', 'county', 'town']) await filing.register(code);
  await below('dept', 'city', AgencyKind.DEPARTMENT);
  await below('county', 'city', AgencyKind.GOVERNMENT);
  await below('town', 'county', AgencyKind.TOWNSHIP);
});
afterAll(() => database.close());

async function below(code: string, parent: string, kind: AgencyKind): Promise<void> {
  await database.dataSource.query(
    `UPDATE agency SET parent_id = parent.id, path = parent.path || agency.id || '/', depth = parent.depth + 1,
       kind = $3 FROM agency AS parent WHERE agency.code = $1 AND parent.code = $2`,
    [code, parent, kind],
  );
}

const file = (agency: string) =>
  filing.importDrafts([draftOf(form2021, validValues(form2021), { year, agency })]);
const submit = (agency: string, at: string) =>
  inTransaction((manager) =>
    submitReport(manager, actor, { agency, year, expectedVersion: 1 }, new Date(at)),
  );
const progress = async (code: string, today: Day) =>
  progressOf(database.dataSource.manager, await agencyOf(code), year, today);
const reminders = async (code: string, today: Day) =>
  (
    await listReminders(database.dataSource.manager, await agencyOf(code), {
      year,
      today,
      page: { first: 50 },
    })
  ).items.map(({ item }) => [item.agency.code, item.status, item.deadline, item.daysLeft]);

describe('deadlines', () => {
  test('end with the day in China', () => {
    expect(dayInChina(new Date('2025-01-31T15:59:59Z'))).toBe('2025-01-31');
    expect(dayInChina(new Date('2025-01-31T16:00:00Z'))).toBe('2025-02-01');
    expect(daysBetween('2024-12-31', '2025-01-31')).toBe(31);
  });

  test.each(['02-29', '13-01', '1-5', '01-32', '明天'])('%s is no day of every year', (day) =>
    expect(isYearDay(day)).toBe(false),
  );
});

describe('a season', () => {
  test('shows at every node who has come how far, and who is late', async () => {
    await file('dept');
    await file('town');
    await submit('town', '2025-02-10T00:00:00Z');
    const { whole, children } = await progress('city', '2025-02-10');
    expect(whole).toMatchObject({ total: 4, notStarted: 2, byStatus: { DRAFT: 1, SUBMITTED: 1 }, late: 3 });
    expect(children.map(({ agency, total, late }) => [agency.code, total, late])).toEqual([
      ['county', 2, 1],
      ['dept', 1, 1],
    ]);
    expect((await progress('town', '2025-01-31')).whole).toMatchObject({ total: 1, late: 0 });
  });

  test('reminds whoever has not submitted, the earliest deadline first', async () => {
    expect(await reminders('city', '2025-02-10')).toEqual([
      ['city', null, '2025-01-31', -10],
      ['dept', 'DRAFT', '2025-01-31', -10],
      ['county', null, '2025-03-31', 49],
    ]);
  });

  test('says of a report that was submitted late that it was', async () => {
    const { findings } = await filing.report('town', year);
    expect(findings).toMatchObject([{ rule: 'P-LATE', severity: 'warning' }]);
    expect(findings[0]?.message).toContain('晚于期限2025年1月31日');
  });
});

describe('an earlier local date', () => {
  const set = (agency: string, day: string | null) =>
    inTransaction((manager) =>
      setDeadline(manager, actor, { agency, kind: AgencyKind.GOVERNMENT, day, reason: '市政办〔2025〕1号' }),
    );

  test('holds for the jurisdiction below, the nearest one first, and is taken back', async () => {
    await set('city', '03-10');
    expect(await reminders('county', '2025-03-01')).toContainEqual(['county', null, '2025-03-10', 9]);
    await set('county', '03-05');
    expect(await reminders('county', '2025-03-01')).toContainEqual(['county', null, '2025-03-05', 4]);
    await set('county', null);
    expect(await reminders('county', '2025-03-01')).toContainEqual(['county', null, '2025-03-10', 9]);
  });

  test('is never later than that of the law', async () => {
    expect((await refusalOf(set('city', '04-01'))).code).toBe('INVALID_REQUEST');
    expect((await refusalOf(set('city', '03-10'))).code).toBe('NOTHING_CHANGED');
  });
});
