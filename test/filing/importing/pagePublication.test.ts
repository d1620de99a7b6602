import { expect, test } from 'vitest';
import { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { recheckReports } from '../../../src/filing/judging/recheckReports.js';
import { setDeadline } from '../../../src/filing/season/setDeadline.js';
import { actor } from '../../support/filing.js';
import { code, database, draft, filing } from '../../support/importing.js';

const year = 2024;
const late = async () =>
  (await filing.report(code, year)).findings
    .filter(({ rule }) => rule === 'P-LATE')
    .map(({ message }) => message);
/** A report that a saved page says was published on a day; the last day of a department is 31 January. */
const publishedOn = (day: string) => ({ ...draft(), publishedOn: day as '2025-02-03' });

test('a report that its page says was published too late is late, whatever happens to it later', async () => {
  const { files } = await filing.importDrafts([publishedOn('2025-02-03')]);
  const said = [expect.stringContaining('发布日期是2025年2月3日，晚于期限2025年1月31日')];
  expect(
    files[0]?.reports[0]?.findings.filter(({ rule }) => rule === 'P-LATE').map(({ message }) => message),
  ).toEqual(said);
  expect(await late()).toEqual(said);
  await filing.correct({ agency: code, year, changes: [{ key: 'fees.fees.amount', value: '7' }] });
  expect(await late()).toEqual(said);
  await database.dataSource.query(`UPDATE report SET stale = true`);
  await recheckReports(database.dataSource, actor);
  expect(await late()).toEqual(said);
});

test('one that was published in time is not, and a local day is held against it', async () => {
  await filing.importDrafts([publishedOn('2025-01-25')]);
  expect(await late()).toEqual([]);
  await database.dataSource.transaction((manager) =>
    setDeadline(manager, actor, { agency: code, kind: AgencyKind.DEPARTMENT, day: '01-20', reason: '通知' }),
  );
  await filing.importDrafts([{ ...draft({ 'fees.fees.amount': '8' }), publishedOn: '2025-01-25' }]);
  expect(await late()).toEqual([expect.stringContaining('晚于期限2025年1月20日')]);
});
