import { afterAll, beforeAll, expect, test } from 'vitest';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { correctSections } from '../../../src/filing/correcting/correctSections.js';
import { revertReport } from '../../../src/filing/correcting/revertReport.js';
import { abandonRevision } from '../../../src/filing/workflow/abandonRevision.js';
import { publishReport } from '../../../src/filing/workflow/publishReport.js';
import { submitReport } from '../../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../../src/filing/workflow/takeStep.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, validValues } from '../../support/drafts.js';
import { proseOf } from '../../support/prose.js';
import { actor, filingIn, refusalOf } from '../../support/filing.js';

const { sections } = proseOf();
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

test('D6: a revision whose prose was changed cannot be abandoned before it is put back', async () => {
  const filing = filingIn(database.dataSource);
  const at = (expectedVersion: number) => ({
    agency: 'A1',
    year: 2024,
    expectedVersion,
    reason: '按规定办理',
  });
  const work: typeof database.dataSource.transaction = database.dataSource.transaction.bind(
    database.dataSource,
  );
  await filing.register('A1', '放弃局');
  await filing.importDrafts([
    draftOf(form2021, validValues(form2021), { year: 2024, agency: 'A1', sections }),
  ]);
  await work((manager) => submitReport(manager, actor, at(1)));
  await work((manager) => takeStep(manager, actor, { request: at(1), name: 'accept' }));
  await work((manager) => publishReport(manager, actor, at(1)));
  await work((manager) => takeStep(manager, actor, { request: at(1), name: 'reopen' }));
  const changes = [{ section: 'otherMatters', text: '收到信息处理费通知0件，新的文字。' }];
  await work((manager) => correctSections(manager, actor, { ...at(1), changes, preview: false }));

  const refused = await refusalOf(work((manager) => abandonRevision(manager, actor, at(2))));
  expect([refused.code, refused.path]).toEqual(['STATUS_CONFLICT', ['report']]);
  expect(refused.message).toContain('恢复为第 1 版');
  expect(await filing.report('A1', 2024)).toMatchObject({ status: ReportStatus.CORRECTING, version: 2 });

  await work((manager) => revertReport(manager, actor, { ...at(2), toVersion: 1 }));
  await work((manager) => abandonRevision(manager, actor, at(3)));
  expect(await filing.report('A1', 2024)).toMatchObject({ status: ReportStatus.PUBLISHED, version: 3 });
});
