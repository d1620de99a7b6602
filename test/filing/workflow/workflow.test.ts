import type { CellKey } from '../../../src/cells.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { WaiverStatus } from '../../../entities/workflow/WaiverStatus.js';
import type { EntityManager } from 'typeorm';
import { findingId } from '../../../src/filing/explaining/findingId.js';
import { abandonRevision } from '../../../src/filing/workflow/abandonRevision.js';
import { decideProposal } from '../../../src/filing/workflow/decideProposal.js';
import { decideWaiver } from '../../../src/filing/workflow/decideWaiver.js';
import { makeProposal } from '../../../src/filing/workflow/makeProposal.js';
import { publishReport } from '../../../src/filing/workflow/publishReport.js';
import { requestWaiver } from '../../../src/filing/workflow/requestWaiver.js';
import { returnReport } from '../../../src/filing/workflow/returnReport.js';
import { statusAt } from '../../../src/filing/workflow/statusAt.js';
import { submitReport } from '../../../src/filing/workflow/submitReport.js';
import { takeStep } from '../../../src/filing/workflow/takeStep.js';
import { stepsFrom, transitions } from '../../../src/filing/workflow/transitions.js';
import { statusWords } from '../../../src/filing/statusWords.js';
import { workflowRecords } from '../../../src/filing/workflow/workflowRecords.js';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, shownValues, validValues, withCells } from '../../support/drafts.js';
import { actor, filingIn, refusalOf, type Filing } from '../../support/filing.js';
import { proseOf } from '../../support/prose.js';

let database: TestDatabase;
let filing: Filing;
let counter = 0;
let agency: string;
const year = 2024;
const values = validValues(form2021);
const received = 'requests.received.naturalPerson';
const right = shownValues(form2021, values)[received]!;
const { sections } = proseOf();

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
});
beforeEach(async () => {
  agency = `W${++counter}`;
  await filing.register(agency);
});
afterAll(() => database.close());

const inTransaction = <Answer>(work: (manager: EntityManager) => Promise<Answer>) =>
  database.dataSource.transaction(work);
const at = (expectedVersion = 1) => ({ agency, year, expectedVersion });
const send = (cells: Record<string, string | null> = {}) =>
  filing.importDrafts([draftOf(form2021, withCells(form2021, values, cells), { year, agency, sections })]);
const submit = (version = 1) => inTransaction((manager) => submitReport(manager, actor, at(version)));
const step = (name: 'accept' | 'withdraw' | 'reopen', version = 1) =>
  inTransaction((manager) =>
    takeStep(manager, actor, { request: { ...at(version), reason: '按规定办理' }, name }),
  );
const publish = (version = 1, reason: string | null = null) =>
  inTransaction((manager) => publishReport(manager, actor, { ...at(version), reason }));
const sendBack = (remarks: { cell: CellKey | null; text: string }[] = [], version = 1) =>
  inTransaction((manager) =>
    returnReport(manager, actor, { ...at(version), reason: '请核对申请数量', remarks }),
  );
const correct = (value: string, version: number) =>
  filing.correct({ ...at(version), changes: [{ key: received, value }] });

test('every status is named, says what to do next and can be left', () => {
  for (const status of Object.values(ReportStatus)) {
    expect(statusWords[status].next).not.toBe('');
    expect(stepsFrom(status).length).toBeGreaterThan(0);
  }
  for (const { from, to } of Object.values(transitions)) expect(from).not.toContain(to);
});

describe('submission', () => {
  test('locks a correct report, and the receipt vouches for its numbers', async () => {
    await send();
    const receipt = await submit();
    expect(receipt.report).toMatchObject({ status: 'SUBMITTED', version: 1 });
    expect(receipt.report.submittedAt).toBeInstanceOf(Date);
    expect(receipt.auditHead).toMatch(/^[0-9a-f-]{36}:\d+:[0-9a-f]{64}$/);
    expect(await verifyAudit(database.dataSource.manager, { head: receipt.auditHead })).toEqual([]);
  });

  test('is refused finding by finding while an error stands, and stores nothing', async () => {
    await send({ [received]: '1' });
    const refused = await refusalOf(submit());
    expect(refused.all.map(({ code }) => code)).toEqual(['SUBMISSION_BLOCKED', 'SUBMISSION_BLOCKED']);
    expect(refused.message).toContain('强制性审核未通过');
    expect((await filing.report(agency, year)).status).toBe('DRAFT');
  });

  test('is refused while blanks leave a sum unjudged', async () => {
    await send({ [received]: null });
    const refused = await refusalOf(submit());
    expect(refused.all.filter(({ path }) => path[0] === 'sums').length).toBeGreaterThan(0);
  });

  test('needs the version that was seen', async () => {
    await send();
    expect((await refusalOf(submit(2))).code).toBe('VERSION_CONFLICT');
  });

  test('fifty at once hand it on once', async () => {
    await send();
    const ends = await Promise.allSettled(Array.from({ length: 50 }, () => submit()));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { id } = await filing.report(agency, year);
    expect(await workflowRecords.steps(database.dataSource.manager, [id])).toHaveLength(1);
  });
});

describe('a locked report', () => {
  beforeEach(async () => {
    await send();
    await submit();
  });

  test('answers LOCKED before anything else is looked at, and keeps its numbers', async () => {
    const refused = await refusalOf(filing.correct({ ...at(7), changes: [], reason: '' }));
    expect(refused.code).toBe('LOCKED');
    const again = await send({ [received]: '1' });
    expect(again.files[0]).toMatchObject({ status: 'REJECTED' });
    expect(again.files[0]?.reports[0]?.problems).toMatchObject([{ code: 'LOCKED' }]);
    expect((await filing.report(agency, year)).version).toBe(1);
  });

  test('is taken back by its owner before it is looked at', async () => {
    await step('withdraw');
    expect((await correct('1', 1)).report).toMatchObject({ version: 2, status: 'DRAFT' });
  });

  test('comes back with remarks on cells, is corrected and submitted again', async () => {
    const receipt = await sendBack([
      { cell: received, text: '与台账不符' },
      { cell: null, text: '请补充说明' },
    ]);
    expect(receipt.report.status).toBe('RETURNED');
    const { id } = receipt.report;
    expect(await workflowRecords.remarks(database.dataSource.manager, [id])).toMatchObject([
      { cell: received, text: '与台账不符' },
      { cell: null, text: '请补充说明' },
    ]);
    await correct('1', 1);
    await correct(right, 2);
    expect((await submit(3)).report.status).toBe('SUBMITTED');
  });

  test('is sent back only with words, about cells that exist', async () => {
    const refused = await refusalOf(sendBack([{ cell: 'requests.none.total', text: ' ' }]));
    expect(refused.all.map(({ path }) => path.join('.'))).toEqual(['remarks.0.text', 'remarks.0.cell']);
  });

  test('cannot take a step that does not begin where it stands', async () => {
    expect((await refusalOf(publish())).code).toBe('STATUS_CONFLICT');
    expect((await refusalOf(submit())).code).toBe('STATUS_CONFLICT');
  });
});

describe('publication', () => {
  beforeEach(async () => {
    await send();
    await submit();
    await step('accept');
    await publish();
  });

  test('pins the version with its rules and the end of the audit chain', async () => {
    const report = await filing.report(agency, year);
    expect(report).toMatchObject({ status: 'PUBLISHED', publishedVersion: 1 });
    const [publication] = await workflowRecords.publications(database.dataSource.manager, [report.id]);
    expect(publication).toMatchObject({ number: 1, version: 1, ruleSet: report.ruleSet, changes: [] });
    expect(publication?.uploadSha256).toBe(report.uploadSha256);
    expect(await verifyAudit(database.dataSource.manager, { head: publication!.auditHead })).toEqual([]);
  });

  test('a revision is published with what changed, and one without a change is refused', async () => {
    await step('reopen');
    expect((await refusalOf(publish(1, '更正'))).code).toBe('NOTHING_CHANGED');
    const moved = Number(right) + 1;
    const carried = Number(shownValues(form2021, values)['requests.carriedOver.naturalPerson']) - 1;
    await filing.correct({
      ...at(1),
      changes: [
        { key: received, value: String(moved) },
        { key: 'requests.carriedOver.naturalPerson', value: String(carried) },
        { key: 'requests.received.total', value: String(sumOf('received') + 1) },
        { key: 'requests.carriedOver.total', value: String(sumOf('carriedOver') - 1) },
      ],
    });
    expect((await refusalOf(publish(2))).code).toBe('REASON_REQUIRED');
    const { publication } = await publish(2, '上年结转数有误');
    expect(publication).toMatchObject({ number: 2, version: 2, reason: '上年结转数有误' });
    expect(publication.changes).toContainEqual({ key: received, before: right, after: String(moved) });
    expect(await filing.report(agency, year)).toMatchObject({ status: 'PUBLISHED', publishedVersion: 2 });
  });

  test('a revision in which nothing differs is given up', async () => {
    await step('reopen');
    const receipt = await inTransaction((manager) =>
      abandonRevision(manager, actor, { ...at(1), reason: '核对后无误' }),
    );
    expect(receipt.report.status).toBe('PUBLISHED');
  });

  test('where it stood at any time can be asked', async () => {
    const { id } = await filing.report(agency, year);
    const steps = await workflowRecords.steps(database.dataSource.manager, [id]);
    for (const { at, toStatus } of steps) {
      const latest = steps.findLast((other) => other.at.getTime() === at.getTime())?.toStatus ?? toStatus;
      expect(await statusAt(database.dataSource.manager, id, at)).toBe(latest);
    }
    expect(await statusAt(database.dataSource.manager, id, new Date(0))).toBeNull();
  });
});

describe('a proposal of somebody above', () => {
  const propose = () =>
    inTransaction((manager) =>
      makeProposal(manager, actor, {
        ...at(1),
        changes: [{ key: received, value: right }],
        reason: '与门户网站公布的不一致',
      }),
    );
  const decide = (proposal: string, take: boolean, reason: string | null = null) =>
    inTransaction((manager) => decideProposal(manager, actor, { ...at(1), proposal, take, reason }));
  beforeEach(() => send({ [received]: '1' }));

  test('changes nothing until the owner takes it, which makes it a correction', async () => {
    const { id } = await propose();
    expect((await filing.report(agency, year)).version).toBe(1);
    const { corrected } = await decide(id, true);
    expect(corrected?.report).toMatchObject({ version: 2, errorCount: 0 });
    expect((await refusalOf(decide(id, true))).code).toBe('VERSION_CONFLICT');
  });

  test('is declined with a reason', async () => {
    const { id } = await propose();
    expect((await refusalOf(decide(id, false, ''))).code).toBe('REASON_REQUIRED');
    expect((await decide(id, false, '台账为准')).proposal.status).toBe('DECLINED');
    expect((await refusalOf(decide(id, false, '台账为准'))).code).toBe('PROPOSAL_UNKNOWN');
  });
});

describe('a waiver', () => {
  const day = 24 * 60 * 60 * 1000;
  beforeEach(() => send({ [received]: '1' }));
  const requestAll = async () => {
    const report = await filing.report(agency, year);
    return Promise.all(
      report.findings.map((finding) =>
        inTransaction((manager) =>
          requestWaiver(manager, actor, {
            ...at(1),
            finding: findingId(report, finding),
            reason: '系统迁移造成的历史数据缺口',
          }),
        ),
      ),
    );
  };
  const grant = (waiver: string, expiresAt: Date | null) =>
    inTransaction((manager) =>
      decideWaiver(manager, actor, { ...at(1), waiver, grant: true, reason: '情况属实，同意', expiresAt }),
    );

  test('lets a blocking finding through until it expires', async () => {
    const waivers = await requestAll();
    expect((await refusalOf(submit())).code).toBe('SUBMISSION_BLOCKED');
    const expiresAt = new Date(Date.now() + 30 * day);
    for (const { id } of waivers) expect((await grant(id, expiresAt)).status).toBe(WaiverStatus.GRANTED);
    const late = inTransaction((manager) =>
      submitReport(manager, actor, at(1), new Date(Date.now() + 31 * day)),
    );
    expect((await refusalOf(late)).code).toBe('SUBMISSION_BLOCKED');
    expect((await submit()).report.status).toBe('SUBMITTED');
  });

  test('lapses when a number it was asked for changes', async () => {
    for (const { id } of await requestAll()) await grant(id, new Date(Date.now() + 30 * day));
    await correct('2', 1);
    expect((await refusalOf(submit(2))).code).toBe('SUBMISSION_BLOCKED');
  });

  test('is granted for a time only, and once', async () => {
    const [waiver] = await requestAll();
    expect((await refusalOf(grant(waiver!.id, null))).code).toBe('WAIVER_EXPIRY');
    expect((await refusalOf(grant(waiver!.id, new Date(Date.now() + 800 * day)))).code).toBe('WAIVER_EXPIRY');
    await grant(waiver!.id, new Date(Date.now() + day));
    expect((await refusalOf(grant(waiver!.id, new Date(Date.now() + day)))).code).toBe('WAIVER_UNKNOWN');
  });
});

function sumOf(row: string): number {
  return Number(shownValues(form2021, values)[`requests.${row}.total`]);
}
