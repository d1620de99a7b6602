import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOf } from '../../src/cells.js';
import { form2021 } from '../../src/forms/2021.js';
import { beginRun } from '../../src/filing/importing/collections/importCollection.js';
import { isOperation, operations } from '../../src/rights/operations.js';
import { actorNamed } from '../support/actors.js';
import { draftOf, importOptions, shownValues, validValues, withCells } from '../support/drafts.js';
import { filingIn, type Filing } from '../support/filing.js';
import { proseOf } from '../support/prose.js';
import { deliveryBelow } from '../support/deliveries.js';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';
import { registerBelow } from '../support/registerBelow.js';

let service: TestServer;
let filing: Filing;
/** Of the report that is taken all the way. */
const report = { agency: 'B', year: 2024 };
const key = 'requests.received.naturalPerson';
const right = shownValues(form2021, validValues(form2021))[key];
const wrong = withCells(form2021, validValues(form2021), { [key]: '7' });
let version = 1;

beforeAll(async () => {
  service = await startTestServer(undefined, { webhooks: { targets: ['http://127.0.0.1:9/'] } });
  filing = filingIn(service.database);
  const above = await filing.register('A', '甲市人民政府');
  await registerBelow(service.database, above, 'B');
  await service.database.query(`UPDATE agency SET consolidates = true WHERE code = 'A'`);
  await filing.importDrafts([
    draftOf(form2021, validValues(form2021, 3), { year: 2021, agency: 'B' }),
    draftOf(form2021, validValues(form2021, 2), { year: 2022, agency: 'B' }),
    draftOf(form2021, wrong, { year: 2024, agency: 'B', sections: proseOf().sections }),
  ]);
});
afterAll(() => service.close());

interface Entry {
  readonly action: string;
  readonly reason: string | null;
  readonly actor: string;
  readonly role: string;
  readonly address: string | null;
  readonly details: Record<string, unknown>;
}

const types = { $report: 'ReportKey!', $version: 'Int!', $cells: '[CellChangeInput!]!' };

/** The variables that are used. */
function declared(given: string): string {
  const used = Object.entries(types).filter(([name]) => given.includes(name));
  return used.length === 0 ? '' : `(${used.map(([name, type]) => `${name}: ${type}`).join(', ')})`;
}

const entriesOf = (requestId: string) =>
  service.database.query<Entry[]>(
    `SELECT action, reason, actor, role, address, details FROM audit_entry
     WHERE request_id = $1 AND action <> 'TOKEN_USED'`,
    [requestId],
  );

const done = new Set<string>();
let count = 0;

/** One mutation with the entries it left. */
async function mutate(
  name: string,
  given: string,
  fields = '',
  variables: object = {},
): Promise<{ payload: Json; entries: Entry[] }> {
  const requestId = `entries-${(count += 1)}`;
  const { report: key = report } = variables as { report?: object };
  const answer = await service.fetch('/graphql', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${service.token}`,
      'Content-Type': 'application/json',
      'X-Request-Id': requestId,
    },
    body: JSON.stringify({
      query: `mutation ${declared(given)} { ${name}(${given}) { ${fields} userErrors { code message } } }`,
      variables: { report: key, version, ...variables },
    }),
  });
  expect(answer.headers.get('x-request-id')).toBe(requestId);
  const payload = at(json(answer), 'data', name);
  if (payload === undefined) throw new Error(answer.text);
  return { payload, entries: await entriesOf(requestId) };
}

/** A mutation that succeeds, and leaves one entry with this action. */
async function does(name: string, action: string, given: string, fields = '', variables: object = {}) {
  const { payload, entries } = await mutate(name, given, fields, variables);
  expect([name, at(payload, 'userErrors')]).toEqual([name, []]);
  expect(entries).toMatchObject([{ action, actor: '测试', role: 'ADMINISTRATOR', address: '127.0.0.1' }]);
  done.add(`Mutation.${name}`);
  return payload;
}

const onReport = 'report: $report, expectedVersion: $version';
const because = 'reason: "核对原始台账"';

async function ask(query: string): Promise<Json | undefined> {
  return at(await service.graphql(query), 'data');
}

describe('every mutation that succeeds leaves one entry', () => {
  test('agencies, deadlines and tokens', async () => {
    await does('agencyRegister', 'AGENCY_REGISTERED', 'input: { code: "Z", name: "丙局", parent: "A" }');
    const list = Buffer.from('代码,名称,上级代码\nY,名单上的局,A\n').toString('base64');
    await does(
      ...(['agenciesImport', 'AGENCY_REGISTERED'] as const),
      `input: { fileName: "机关.csv", content: "${list}" }`,
    );
    await does('agencyChange', 'AGENCY_CHANGED', `code: "Z", input: { name: "丁局" }, ${because}`);
    await does('agencyMerge', 'AGENCY_CHANGED', `code: "Z", into: "B", validTo: "2020-06-30", ${because}`);
    await does('deadlineSet', 'DEADLINE_SET', `agency: "A", kind: DEPARTMENT, day: "01-10", ${because}`);
    await does(
      'requirementSet',
      'REQUIREMENT_SET',
      `agency: "A", firstYear: 2024, asked: { longestOverview: 900 }, ${because}`,
    );
    await does('tokenCreate', 'TOKEN_CREATED', 'input: { name: "乙", role: READER, scope: "B" }');
    await does('tokenRevoke', 'TOKEN_REVOKED', 'name: "乙"');
  });

  test('webhooks and deliveries', async () => {
    const registered = await does(
      'webhookRegister',
      'WEBHOOK_REGISTERED',
      'url: "http://127.0.0.1:9/hooks"',
      'webhook { id }',
    );
    const delivery = await deliveryBelow(service.database, 'A');
    await does('deliveryRepeat', 'DELIVERY_REPEATED', `id: "${delivery}"`);
    const webhook = JSON.stringify(at(registered, 'webhook', 'id'));
    await does('webhookRemove', 'WEBHOOK_REMOVED', `id: ${webhook}, ${because}`);
  });

  test('people', async () => {
    const office = 'offices: [{ role: FILER, agency: "B" }]';
    await does(
      ...(['personCreate', 'PERSON_CREATED'] as const),
      `input: { name: "li", displayName: "李四", ${office} }`,
    );
    await does('personUpdate', 'PERSON_CHANGED', 'name: "li", input: { displayName: "李思" }');
    await does('personResetPassword', 'PASSWORD_RESET', 'name: "li"');
    await does('personBind', 'IDENTITY_BOUND', 'name: "li", issuer: "https://id.example", subject: "1"');
    await does('personUnbind', 'IDENTITY_UNBOUND', 'name: "li"');
    await does('personClose', 'PERSON_CLOSED', 'name: "li", reason: "调离"');
    await does('personReopen', 'PERSON_REOPENED', 'name: "li"');
    const content = Buffer.from('账号,姓名,机关代码\nzhao,赵五,B\n').toString('base64');
    await does('peopleImport', 'PERSON_CREATED', `input: { fileName: "账号.csv", content: "${content}" }`);
  });

  test('imports, also of what is there already', async () => {
    const input = `input: { agency: "B", year: 2027, cells: $cells, blanksAreZero: true }`;
    const cells = cellsOf(form2021).map(({ key: cell }) => ({ key: cell, value: '0' }));
    await does('reportImport', 'REPORT_IMPORTED', input, '', { cells });
    await does('reportImport', 'IMPORT_UNCHANGED', input, '', { cells });
    const run = await service.database.transaction((manager) =>
      beginRun(manager, actorNamed('别人'), importOptions({ layout: 'collection' }), 1),
    );
    await does('importCancel', 'IMPORT_CANCELLED', `id: "${run.id}"`);
  });

  test('waivers and explanations', async () => {
    const found = await ask(
      '{ wrong: report(agency: "B", year: 2024) { findings(severity: [ERROR]) { id } } doubtful: report(agency: "B", year: 2022) { findings(severity: [EXPLAIN]) { id } } }',
    );
    const finding = JSON.stringify(at(found, 'wrong', 'findings', 0, 'id'));
    const asked = await does(
      ...(['waiverRequest', 'WAIVER_REQUESTED', `${onReport}, finding: ${finding}, ${because}`] as const),
      'waiver { id }',
    );
    const waiver = JSON.stringify(at(asked, 'waiver', 'id'));
    await does('waiverDecide', 'WAIVER_REFUSED', `${onReport}, waiver: ${waiver}, grant: false, ${because}`);
    const doubtful = JSON.stringify(at(found, 'doubtful', 'findings', 0, 'id'));
    await does(
      'findingExplain',
      'FINDING_EXPLAINED',
      `input: { report: $report, finding: ${doubtful}, text: "有两件申请在年底前撤回，不再计入结转" }`,
      ...(['', { report: { agency: 'B', year: 2022 } }] as const),
    );
  });

  test('corrections of every kind', async () => {
    await does(
      'cellCorrect',
      'CELL_CORRECTED',
      `${onReport}, changes: [{ key: "${key}", value: "8" }], ${because}`,
    );
    version = 2;
    const found = await ask('{ report(agency: "B", year: 2024) { repairs { id } } }');
    const repair = JSON.stringify(at(found, 'report', 'repairs', 0, 'id'));
    await does('repairApply', 'CELL_CORRECTED', `${onReport}, repair: ${repair}, ${because}`);
    version = 3;
    await does('reportRevert', 'REPORT_REVERTED', `${onReport}, toVersion: 2, ${because}`);
    version = 4;
    await does(
      ...(['sectionCorrect', 'SECTION_CORRECTED'] as const),
      `report: $report, expectedVersion: 1, changes: [{ section: "otherMatters", text: "无其他事项。" }], ${because}`,
      ...(['', { report: { agency: 'B', year: 2022 } }] as const),
    );
    const made = await does(
      ...(['proposalMake', 'PROPOSAL_MADE'] as const),
      `${onReport}, changes: [{ key: "${key}", value: "${right}" }], ${because}`,
      'proposal { id }',
    );
    const proposal = JSON.stringify(at(made, 'proposal', 'id'));
    await does('proposalDecide', 'CELL_CORRECTED', `${onReport}, proposal: ${proposal}, take: true`);
    version = 5;
  });

  test('the way to publication and back', async () => {
    await does('reportConsolidate', 'REPORT_CONSOLIDATED', `report: $report, ${because}`, '', {
      report: { agency: 'A', year: 2024 },
    });
    await does('reportSubmit', 'REPORT_SUBMITTED', onReport);
    await does('reportWithdraw', 'REPORT_WITHDRAWN', `${onReport}, ${because}`);
    await does('reportSubmit', 'REPORT_SUBMITTED', onReport);
    await does('reportReturn', 'REPORT_RETURNED', `${onReport}, ${because}`);
    await does('reportSubmit', 'REPORT_SUBMITTED', onReport);
    await does('reportAccept', 'REPORT_ACCEPTED', `${onReport}, ${because}`);
    await does('reportPublish', 'REPORT_PUBLISHED', onReport);
    await does('reportReopen', 'REPORT_REOPENED', `${onReport}, ${because}`);
    await does('revisionAbandon', 'REVISION_ABANDONED', `${onReport}, ${because}`);
    await does('reportRecheck', 'REPORT_CHECKED', 'filter: { agencies: ["B"], years: [2024] }');
  });

  test('a year of working days, and a report counted from its ledger', async () => {
    await does(
      ...(['workYearSet', 'WORK_YEAR_SET'] as const),
      'agency: "A", year: 2027, off: ["01-01"], working: [], source: "放假通知"',
    );
    const body = new FormData();
    body.append('agency', 'B');
    body.append('year', '2021');
    body.append(
      'files',
      new Blob(['申请编号,申请人类型,收到日期,答复日期,答复类型\n1号,公民,2021-03-01,,\n']),
      '台账.csv',
    );
    const { status } = await service.fetch('/ledgers', {
      method: 'POST',
      headers: { Authorization: `Bearer ${service.token}` },
      body,
    });
    expect(status).toBe(200);
    await does(
      ...(['reportFromLedger', 'REPORT_COUNTED'] as const),
      `report: $report, expectedVersion: 1, ${because}`,
      ...(['', { report: { agency: 'B', year: 2021 } }] as const),
    );
  });

  test('and none was forgotten', () => {
    const mutations = Object.keys(operations).filter(
      (name) => isOperation(name) && name.startsWith('Mutation.'),
    );
    expect(mutations.filter((name) => !done.has(name))).toEqual([]);
  });
});

describe('uploads', () => {
  const upload = async (file: string, bytes: string, fields: Record<string, string> = {}) => {
    const requestId = `entries-${(count += 1)}`;
    const parts = Object.entries(fields).map(([field, value]) => ({ field, value }));
    const answer = await service.upload([...parts, { file, bytes }], { 'X-Request-Id': requestId });
    return { answer: json(answer), entries: await entriesOf(requestId) };
  };
  const sheet = (agency: string, year: number) =>
    JSON.stringify({ form: '2021', year, agency, cells: shownValues(form2021, validValues(form2021, 4)) });

  test('one entry for what is stored, what is there already, and what is refused', async () => {
    const stored = await upload('年报.json', sheet('B', 2025));
    expect(stored.entries).toMatchObject([{ action: 'REPORT_IMPORTED' }]);
    const again = await upload('年报.json', sheet('B', 2025));
    const { id } = again.answer as { id: string };
    expect(again.entries).toMatchObject([{ action: 'IMPORT_UNCHANGED', details: { run: id } }]);
    const refused = await upload('年报.json', sheet('没有', 2025));
    expect(refused.entries).toMatchObject([
      { action: 'REFUSED', details: { operation: 'POST /imports', code: 'AGENCY_UNKNOWN' } },
    ]);
    const wrongField = await upload('年报.json', sheet('B', 2025), { anno: '2025' });
    expect(wrongField.entries).toMatchObject([
      { action: 'REFUSED', details: { operation: 'POST /imports', code: 'INVALID_REQUEST' } },
    ]);
  });

  test('the same for a collection', async () => {
    const collection = { layout: 'collection' };
    const table = '机关代码,年度,requests.received.total\r\nB,2026,5\r\n';
    expect((await upload('一览表.csv', table, collection)).entries).toMatchObject([
      { action: 'REPORT_IMPORTED' },
    ]);
    expect((await upload('一览表.csv', table, collection)).entries).toMatchObject([
      { action: 'IMPORT_UNCHANGED' },
    ]);
    const unknown = await upload('一览表.csv', table.replace('B,', '没有,'), collection);
    expect(unknown.entries).toMatchObject([{ action: 'REFUSED', details: { code: 'AGENCY_UNKNOWN' } }]);
  });

  test('a dry run leaves none', async () => {
    const { entries } = await upload('年报.json', sheet('B', 2027), { dryRun: 'true' });
    expect(entries).toEqual([]);
    const refused = await upload('年报.json', sheet('没有', 2027), { dryRun: 'true' });
    expect(refused.entries).toEqual([]);
  });
});

describe('a preview leaves no entry', () => {
  test('whether it could be done or not', async () => {
    const change = (value: string) =>
      `report: $report, expectedVersion: 2, changes: [{ key: "${key}", value: "${value}" }], reason: "", preview: true`;
    const other = { report: { agency: 'B', year: 2022 } };
    const possible = await mutate('cellCorrect', change('1'), '', other);
    expect(at(possible.payload, 'userErrors')).toEqual([]);
    expect(possible.entries).toEqual([]);
    const impossible = await mutate('cellCorrect', change('1.5'), '', other);
    expect(at(impossible.payload, 'userErrors', 0, 'code')).toBe('NOT_WHOLE');
    expect(impossible.entries).toEqual([]);
  });
});
