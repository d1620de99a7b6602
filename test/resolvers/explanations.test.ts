import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../../src/checks/index.js';
import { ruleSet } from '../../src/checks/ruleSet.js';
import { formForYear } from '../../src/forms/index.js';
import { shownValues, validValues } from '../support/drafts.js';
import { sampleCsv } from '../support/sampleFiles.js';
import { soundSections } from '../support/prose.js';
import { at, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;
const form = formForYear(2024)!;
const right = shownValues(form, validValues(form));
const carried = 'requests.carriedOver.business';
const words = '有两件申请在年底前撤回，不再计入结转';

/** Agencies whose 2024 does not carry over what 2023 carried forward. */
beforeAll(async () => {
  service = await startTestServer();
  for (const code of ['X1', 'X2', 'X3']) {
    await service.register(code, `${code}市教育局`);
    for (const year of [2023, 2024])
      await service.upload([{ file: `${code}.csv`, bytes: sampleCsv(`${code}市教育局`, year) }]);
  }
});

afterAll(() => service.close());

const standing = `query ($agency: String!, $year: Int = 2024) { report(agency: $agency, year: $year) { version explainCount unsettledCount
  checkedAt checkCause ruleSet checkDue
  explanations { id rule { id } cells sentence text author version at inForce finding { id message } }
  findings(severity: [EXPLAIN]) { id rule { id } text section settled explanation { id text } cells { key } } } }`;

async function report(agency: string, year = 2024): Promise<Json | undefined> {
  const answer = await service.graphql(standing, { agency, year });
  expect(answer).not.toHaveProperty('errors');
  return at(answer, 'data', 'report');
}

async function carry(agency: string, index = 1): Promise<string> {
  const findings = at(await report(agency), 'findings') as Json[];
  const found = findings.filter((each) => at(each, 'rule', 'id') === 'R-CARRY');
  return String(at(found[index], 'id'));
}

async function explain(agency: string, input: object): Promise<Json | undefined> {
  const answer = await service.graphql(
    `mutation ($input: FindingExplainInput!) { findingExplain(input: $input) {
      finding { id settled } explanation { id text inForce version author finding { id } } userErrors { code path message } } }`,
    { input: { report: { agency, year: 2024 }, text: words, ...input } },
  );
  expect(answer).not.toHaveProperty('errors');
  return at(answer, 'data', 'findingExplain');
}

async function correct(agency: string, version: number, value: string): Promise<void> {
  const answer = await service.graphql(
    `mutation ($agency: String!, $version: Int!, $value: Decimal) { cellCorrect(report: { agency: $agency, year: 2024 },
      expectedVersion: $version, changes: [{ key: "${carried}", value: $value }], reason: "核对") { userErrors { code } } }`,
    { agency, version, value },
  );
  expect(at(answer, 'data', 'cellCorrect', 'userErrors')).toEqual([]);
}

describe('findingExplain', () => {
  test('settles a finding; a change of its numbers makes the explanation lapse, and it stays visible', async () => {
    const before = Number(at(await report('X1'), 'unsettledCount'));
    const finding = await carry('X1');
    const done = await explain('X1', { finding, expectedVersion: 1 });
    expect(done).toEqual({
      finding: { id: finding, settled: true },
      explanation: {
        id: expect.any(String),
        text: words,
        inForce: true,
        version: 1,
        author: '测试',
        finding: { id: finding },
      },
      userErrors: [],
    });
    const after = await report('X1');
    expect(after).toMatchObject({ version: 1, explainCount: before, unsettledCount: before - 1 });
    const settled = (at(after, 'findings') as Json[]).filter((each) => at(each, 'settled') === true);
    expect(settled).toMatchObject([{ id: finding, text: null, section: null, explanation: { text: words } }]);

    await correct('X1', 1, '9999');
    const lapsed = await report('X1');
    expect(lapsed).toMatchObject({
      unsettledCount: before,
      explanations: [{ text: words, rule: { id: 'R-CARRY' }, cells: [carried], inForce: false }],
    });
    expect(at(lapsed, 'explanations', 0, 'finding', 'id')).toBe(finding);
    await correct('X1', 2, right['requests.carriedForward.business']!);
    const gone = await report('X1');
    expect(at(gone, 'explanations', 0)).toMatchObject({ inForce: false, finding: null });
  });

  test.each<[string, object, string, string[]]>([
    ['a stock phrase', { text: '经核实，情况属实。' }, 'EXPLANATION_STOCK_PHRASE', ['input', 'text']],
    ['a short text', { text: '撤回两件' }, 'EXPLANATION_TOO_SHORT', ['input', 'text']],
    ['a finding that is not there', { finding: 'R-CARRY.x' }, 'FINDING_UNKNOWN', ['input', 'finding']],
    ['another version', { expectedVersion: 5 }, 'VERSION_CONFLICT', ['input', 'expectedVersion']],
    ['an unknown report', { report: { agency: 'X2', year: 1999 } }, 'REPORT_NOT_FOUND', ['input', 'report']],
  ])('%s is a userError', async (_name, more, code, path) => {
    const answer = await explain('X2', { finding: await carry('X2'), ...more });
    expect(at(answer, 'userErrors', 0)).toMatchObject({
      code,
      path,
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
    expect(answer).toMatchObject({ finding: null, explanation: null });
  });

  test('many reports with their explanations cost a query a type', async () => {
    await explain('X2', { finding: await carry('X2') });
    await explain('X3', { finding: await carry('X3') });
    const statements: string[] = [];
    const { manager } = service.database;
    const query = manager.query.bind(manager);
    manager.query = (statement: string, ...more: unknown[][]) => {
      statements.push(statement);
      return query(statement, ...more);
    };
    try {
      const answer = await service.graphql(
        '{ reports { nodes { unsettledCount explanations { text inForce finding { id } } findings { settled explanation { text } } } } }',
      );
      expect(at(answer, 'data', 'reports', 'nodes')).toHaveLength(6);
    } finally {
      Reflect.deleteProperty(manager, 'query');
    }
    expect(statements.filter((each) => each.includes('FROM explanation'))).toHaveLength(1);
    expect(statements.filter((each) => each.includes('FROM report')).length).toBeLessThanOrEqual(2);
  });
});

test('a report says when, why and by which rules it was checked', async () => {
  expect(await report('X2', 2023)).toMatchObject({
    checkCause: 'VERSION',
    ruleSet,
    checkDue: false,
    unsettledCount: 0,
  });
  await service.database.query(`UPDATE report SET rule_set = 'old' WHERE year = 2023`);
  expect(await report('X2', 2023)).toMatchObject({ ruleSet: 'old', checkDue: true });
  const due = await service.graphql('{ reports(filter: { checkDue: true }) { totalCount } }');
  expect(at(due, 'data', 'reports', 'totalCount')).toBe(3);
  const recheck = `mutation ($most: Int) { reportRecheck(filter: { years: [2023] }, most: $most) { checked changed remaining userErrors { code } } }`;
  expect(at(await service.graphql(recheck, { most: 1 }), 'data', 'reportRecheck')).toEqual({
    checked: 1,
    changed: 0,
    remaining: 2,
    userErrors: [],
  });
  expect(at(await service.graphql(recheck), 'data', 'reportRecheck')).toMatchObject({
    checked: 2,
    remaining: 0,
  });
  expect(await report('X2', 2023)).toMatchObject({ checkCause: 'RULES', ruleSet, checkDue: false });
});

test('every rule says its versions, and those of no single form belong to all', async () => {
  const answer = await service.graphql(
    '{ rules { id severity basis formula versions { version since words } form { id } } of2019: rules(form: "2019") { id } }',
  );
  const shown = at(answer, 'data', 'rules') as Json[];
  expect(shown.map((each) => at(each, 'id'))).toEqual(rules.map(({ id }) => id));
  for (const rule of shown) {
    expect(at(rule, 'versions', 0)).toEqual({
      version: 1,
      since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      words: expect.any(String),
    });
    expect((at(rule, 'form') as Json[]).length).toBeGreaterThan(0);
  }
  const ids = (at(answer, 'data', 'of2019') as Json[]).map((each) => at(each, 'id'));
  expect(ids).toContain('M-USCC');
  expect(ids).toContain('R-PROCURE');
  expect(ids).not.toContain('R-INFORCE');
});

describe('sectionCorrect', () => {
  const mutation = `mutation ($changes: [SectionChangeInput!]!, $version: Int!, $preview: Boolean) {
    sectionCorrect(report: { agency: "X3", year: 2023 }, expectedVersion: $version, changes: $changes, reason: "补充", preview: $preview) {
      report { version sections { key title text } versions { number origin sections { text } } auditTrail(first: 1) { nodes { action reason } } }
      userErrors { code path } } }`;
  const change = async (version: number, text: string | null, preview = false) =>
    at(
      await service.graphql(mutation, { version, preview, changes: [{ section: 'overview', text }] }),
      'data',
      'sectionCorrect',
    );

  test('gives and takes prose as a new version, with a preview', async () => {
    expect(at(await change(1, '本年度公开信息若干。', true), 'report', 'version')).toBe(1);
    expect(await change(1, '本年度公开信息若干。')).toMatchObject({
      report: {
        version: 2,
        sections: [{ key: 'overview', title: '一、总体情况', text: '本年度公开信息若干。' }],
        versions: [{ number: 1 }, { number: 2, origin: 'CORRECTION' }],
        auditTrail: { nodes: [{ action: 'SECTION_CORRECTED', reason: '补充' }] },
      },
      userErrors: [],
    });
    expect(at(await change(1, '别的'), 'userErrors', 0, 'code')).toBe('VERSION_CONFLICT');
    expect(at(await change(2, null), 'report')).toMatchObject({ version: 3, sections: [] });
  });
});

test('what was in force at a publication stays with it', async () => {
  const written = await service.graphql(
    `mutation ($report: ReportKey!, $changes: [SectionChangeInput!]!) { sectionCorrect(report: $report,
      expectedVersion: 1, changes: $changes, reason: "补充") { userErrors { message } } }`,
    {
      report: { agency: 'X3', year: 2024 },
      changes: soundSections.map(({ id, text }) => ({ section: id, text })),
    },
  );
  expect(written).toEqual({ data: { sectionCorrect: { userErrors: [] } } });
  const open = (at(await report('X3'), 'findings') as Json[]).filter((each) => at(each, 'settled') !== true);
  for (const [index, finding] of open.entries())
    await explain('X3', { finding: at(finding, 'id'), text: `${words}，第${index + 1}处` });
  const steps = await service.graphql(
    `mutation ($report: ReportKey!) {
      submitted: reportSubmit(report: $report, expectedVersion: 2) { userErrors { message } }
      accepted: reportAccept(report: $report, expectedVersion: 2, reason: "同意") { userErrors { message } }
      published: reportPublish(report: $report, expectedVersion: 2) { userErrors { message } } }`,
    { report: { agency: 'X3', year: 2024 } },
  );
  const done = { userErrors: [] };
  expect(steps).toEqual({ data: { submitted: done, accepted: done, published: done } });
  const answer = await service.graphql(
    '{ report(agency: "X3", year: 2024) { explanations { text rule { id } } publications { explanations { text rule cells sentence author at } } } }',
  );
  const said = at(answer, 'data', 'report', 'explanations') as Json[];
  const pinned = at(answer, 'data', 'report', 'publications', 0, 'explanations') as Json[];
  expect(pinned.map((each) => [at(each, 'text'), at(each, 'rule')])).toEqual(
    said.map((each) => [at(each, 'text'), at(each, 'rule', 'id')]),
  );
  expect(pinned.length).toBeGreaterThan(1);
});
