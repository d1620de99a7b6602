import type { CellKey } from '../../../src/cells.js';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import type { DraftExplanation, ReportDraft } from '../../../importers/draft/draft.js';
import type { Finding } from '../../../src/checks/check.js';
import { explainFinding, type FindingToExplain } from '../../../src/filing/explaining/explainFinding.js';
import {
  explanationsInForce,
  loadExplanations,
  unsettledFindings,
} from '../../../src/filing/explaining/explanations.js';
import { findingId } from '../../../src/filing/explaining/findingId.js';
import { verifyAudit } from '../../../src/filing/verifying/verifyAudit.js';
import { form2021 } from '../../../src/forms/2021.js';
import { openTestDatabase, type TestDatabase } from '../../support/database.js';
import { draftOf, shownValues, validValues, withCells } from '../../support/drafts.js';
import { actor, filingIn, refusalOf, type Filing } from '../../support/filing.js';

let database: TestDatabase;
let filing: Filing;
let counter = 0;
let agency: string;
const year = 2024;
const before = validValues(form2021);
const carried = (column: string): CellKey => `requests.carriedOver.${column}`;
const forward = (column: string): CellKey => `requests.carriedForward.${column}`;
/** Nothing but what is carried over differs from the year before, so that R-CARRY fires in six columns. */
const now = validValues(form2021, 2);
const words = '有两件申请在年底前撤回，不再计入结转';

beforeAll(async () => {
  database = await openTestDatabase();
  filing = filingIn(database.dataSource);
});
beforeEach(async () => {
  agency = `E${++counter}`;
  await filing.register(agency);
  await filing.importDrafts([
    draftOf(form2021, before, { year: year - 1, agency }),
    draftOf(form2021, now, { year, agency }),
  ]);
});
afterAll(() => database.close());

const carryIn = (findings: readonly Finding[], column: string) =>
  findings.find(({ rule, cells }) => rule === 'R-CARRY' && cells[0] === carried(column))!;

async function explain(column: string, more: Partial<FindingToExplain> = {}) {
  const report = await filing.report(agency, year);
  const finding = findingId(report, carryIn(report.findings, column));
  return database.dataSource.transaction((manager) =>
    explainFinding(manager, actor, { agency, year, finding, text: words, expectedVersion: null, ...more }),
  );
}

async function standing() {
  const report = await filing.report(agency, year);
  const explanations = await loadExplanations(database.dataSource.manager, report.id);
  return {
    report,
    explanations,
    inForce: explanationsInForce(report, explanations),
    unsettled: unsettledFindings(report, explanations),
  };
}

const auditOf = async (action: AuditEntry['action']) => {
  const { id } = await filing.report(agency, year);
  return database.dataSource.manager.find(AuditEntry, {
    where: { reportId: id, action },
    order: { sequence: 'ASC' },
  });
};

describe('an explanation', () => {
  test('settles its finding and no other, with one audit entry that holds the text', async () => {
    const waiting = (await standing()).unsettled;
    const { explanation, finding } = await explain('business');
    expect(finding).toMatchObject({ rule: 'R-CARRY', cells: [carried('business')] });
    expect(explanation).toMatchObject({ text: words, version: 1, author: actor.name, sequence: 1 });
    const { inForce, unsettled, report } = await standing();
    expect(inForce).toEqual([explanation]);
    expect(unsettled).toHaveLength(waiting.length - 1);
    expect(unsettled).not.toContainEqual(finding);
    expect(report).toMatchObject({ version: 1, explainCount: waiting.length });
    const entries = await auditOf('FINDING_EXPLAINED');
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      actor: actor.name,
      version: 1,
      changes: [],
      details: { explanation: explanation.id, rule: 'R-CARRY', text: words, year },
    });
    expect(await verifyAudit(database.dataSource.manager)).toEqual([]);
  });

  test('survives another file, the correction of other cells and another check', async () => {
    await explain('business');
    const other = withCells(form2021, now, { 'fees.fees.amount': '7' });
    await filing.importDrafts([draftOf(form2021, other, { year, agency })]);
    await filing.correct({
      agency,
      year,
      expectedVersion: 2,
      changes: [{ key: 'fees.fees.amount', value: '8' }],
    });
    expect((await standing()).inForce).toMatchObject([{ text: words, version: 1 }]);
  });

  test('lapses when an operand changes, stays visible, and holds again when it is put back', async () => {
    await explain('business');
    const right = shownValues(form2021, now)[carried('business')]!;
    await filing.correct({ agency, year, changes: [{ key: carried('business'), value: '9999' }] });
    const lapsed = await standing();
    expect([lapsed.explanations.length, lapsed.inForce.length]).toEqual([1, 0]);
    expect(lapsed.unsettled).toContainEqual(carryIn(lapsed.report.findings, 'business'));
    await filing.correct({
      agency,
      year,
      expectedVersion: 2,
      changes: [{ key: carried('business'), value: right }],
    });
    expect((await standing()).inForce).toHaveLength(1);
  });

  test('lapses when last year is restated', async () => {
    await explain('business');
    await explain('total', { text: `${words}，合计随之减少` });
    await filing.correct({
      agency,
      year: year - 1,
      changes: [{ key: forward('business'), value: '9999' }],
    });
    expect((await standing()).inForce.map(({ cells }) => cells)).toEqual([[carried('total')]]);
  });

  test('gives way to a later one about the same finding', async () => {
    await explain('business');
    const later = await explain('business', { text: '另有一件申请人死亡，终止办理，已从结转中剔除' });
    const { explanations, inForce } = await standing();
    expect(explanations.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(inForce).toEqual([later.explanation]);
  });
});

describe('refused is', () => {
  test.each<[string, Partial<FindingToExplain>, string[]]>([
    ['EXPLANATION_TOO_SHORT', { text: '两件撤回' }, ['text']],
    ['EXPLANATION_TOO_LONG', { text: '撤'.repeat(501) }, ['text']],
    ['EXPLANATION_STOCK_PHRASE', { text: '经核实，数据无误，特此说明。' }, ['text']],
    ['FINDING_UNKNOWN', { finding: 'R-CARRY.no' }, ['finding']],
    ['REPORT_NOT_FOUND', { year: 1999 }, ['report']],
    ['VERSION_CONFLICT', { expectedVersion: 7 }, ['expectedVersion']],
  ])('%s, and nothing is stored', async (code, more, path) => {
    const refusal = await refusalOf(explain('business', more));
    expect([refusal.code, refusal.path]).toEqual([code, path]);
    expect((await standing()).explanations).toEqual([]);
    expect(await auditOf('FINDING_EXPLAINED')).toEqual([]);
  });

  test('the same text on a fourth finding, however it is punctuated', async () => {
    for (const column of ['naturalPerson', 'business', 'researchInstitution']) await explain(column);
    const refusal = await refusalOf(explain('total', { text: `${words}。` }));
    expect(refusal.code).toBe('EXPLANATION_REPEATED');
    await explain('business', { text: `${words}！` });
    expect((await standing()).inForce).toHaveLength(3);
  });

  test('the same text on the same finding again', async () => {
    await explain('business');
    expect((await refusalOf(explain('business'))).code).toBe('NOTHING_CHANGED');
  });

  test('an error finding: it must be corrected', async () => {
    await filing.correct({ agency, year, changes: [{ key: 'requests.received.total', value: '1' }] });
    const report = await filing.report(agency, year);
    const error = report.findings.find(({ severity }) => severity === 'error')!;
    const refusal = await refusalOf(explain('business', { finding: findingId(report, error) }));
    expect([refusal.code, refusal.path]).toEqual(['EXPLANATION_NOT_ASKED', ['finding']]);
  });
});

describe('explanations in a marked-up workbook', () => {
  const said = (column: string, text: string): DraftExplanation => ({
    rule: 'R-CARRY',
    cells: [carried(column)],
    sentence: null,
    text,
    at: `错误清单!K${column.length}`,
  });
  const draft = (explanations: readonly DraftExplanation[], values = now): ReportDraft => ({
    ...draftOf(form2021, values, { year, agency }),
    explanations,
  });

  test('are stored with the version they come with, and once', async () => {
    const values = withCells(form2021, now, { 'fees.fees.amount': '7' });
    const sent = draft([said('business', words)], values);
    const outcome = await filing.importDrafts([sent]);
    expect(outcome.files[0]).toMatchObject({ status: 'STORED', version: 2, reports: [{ problems: [] }] });
    const { inForce } = await standing();
    expect(inForce).toMatchObject([{ text: words, version: 2, author: actor.name }]);
    expect(await auditOf('FINDING_EXPLAINED')).toHaveLength(1);
    expect((await filing.importDrafts([sent])).files[0]).toMatchObject({
      status: 'UNCHANGED',
      reports: [{ problems: [] }],
    });
    expect((await standing()).explanations).toHaveLength(1);
  });

  test('are stored also when no number changed', async () => {
    const outcome = await filing.importDrafts([draft([said('business', words)])]);
    expect(outcome.files[0]?.status).toBe('UNCHANGED');
    expect((await standing()).inForce).toHaveLength(1);
  });

  test('a dry run stores none and says what would be refused', async () => {
    const sent = draft([said('business', words), said('total', '核实无误')]);
    const outcome = await filing.importDrafts([sent], { dryRun: true });
    expect(outcome.files[0]?.reports[0]?.problems).toMatchObject([{ code: 'EXPLANATION_STOCK_PHRASE' }]);
    expect((await standing()).explanations).toEqual([]);
  });

  test('a refused text is a located warning and blocks neither the numbers nor the others', async () => {
    const values = withCells(form2021, now, { 'fees.fees.amount': '7' });
    const texts = [words, words, words, words, '情况属实', '撤回两件'];
    const columns = ['naturalPerson', 'business', 'researchInstitution', 'publicBenefitOrganization'];
    const sent = [...columns, 'legalServiceOrganization', 'otherOrganization'];
    const outcome = await filing.importDrafts([
      draft(
        sent.map((column, index) => said(column, texts[index]!)),
        values,
      ),
    ]);
    expect(outcome.files[0]).toMatchObject({ status: 'STORED' });
    expect(outcome.files[0]?.reports[0]?.problems).toMatchObject([
      { code: 'EXPLANATION_REPEATED', severity: 'warning', at: `错误清单!K${columns[3]!.length}` },
      { code: 'EXPLANATION_STOCK_PHRASE', severity: 'warning', message: expect.stringContaining('情况属实') },
      { code: 'EXPLANATION_TOO_SHORT', severity: 'warning' },
    ]);
    expect((await standing()).inForce).toHaveLength(3);
  });

  test('about a finding that is gone, or about other numbers than the report has now, are left out', async () => {
    const gone = withCells(form2021, now, {
      [carried('business')]: shownValues(form2021, before)[forward('business')]!,
    });
    const first = await filing.importDrafts([draft([said('business', words)], gone)]);
    expect(first.files[0]?.reports[0]?.problems).toMatchObject([
      { code: 'EXPLANATION_UNUSED', severity: 'info' },
    ]);
    const values = withCells(form2021, now, { 'fees.fees.amount': '7' });
    const file = await filing.importDrafts([draft([said('total', words)], values)]);
    await filing.correct({
      agency,
      year,
      expectedVersion: file.files[0]!.version!,
      changes: [{ key: carried('total'), value: '9999' }],
    });
    const again = await filing.importDrafts([draft([said('total', words)], values)]);
    expect(again.files[0]).toMatchObject({
      status: 'UNCHANGED',
      reports: [{ problems: [{ code: 'EXPLANATION_UNUSED' }] }],
    });
    const { explanations, inForce } = await standing();
    expect([explanations.length, inForce.length]).toEqual([1, 0]);
  });
});
