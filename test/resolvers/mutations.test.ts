import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formForYear } from '../../src/forms/index.js';
import { shownValues, validValues } from '../support/drafts.js';
import { sampleCsv } from '../support/sampleFiles.js';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;
const total = 'requests.received.total';

beforeAll(async () => {
  service = await startTestServer();
  for (const code of ['A1', 'A2', 'A3', 'A4']) await service.register(code, `${code}市教育局`);
});

afterAll(() => service.close());

const correct = `mutation ($report: ReportKey!, $version: Int!, $changes: [CellChangeInput!]!, $reason: String!, $preview: Boolean) {
  cellCorrect(report: $report, expectedVersion: $version, changes: $changes, reason: $reason, preview: $preview) {
    report { version errorCount cell(key: "${total}") { value raw corrected history { before after version } } }
    resolved { id rule { id } } introduced { id rule { id } } userErrors { code path message } } }`;

async function upload(
  agency: string,
  year: number,
  cells: Record<string, string | null> = {},
): Promise<Json> {
  return json(
    await service.upload([{ file: `${agency}.csv`, bytes: sampleCsv(`${agency}市教育局`, year, cells) }]),
  );
}

async function correction(agency: string, version: number, value: string | null, more: object = {}) {
  const answer = await service.graphql(correct, {
    report: { agency, year: 2024 },
    version,
    changes: [{ key: total, value }],
    reason: '核对台账',
    ...more,
  });
  expect(answer).not.toHaveProperty('errors');
  return at(answer, 'data', 'cellCorrect');
}

const right = shownValues(formForYear(2024)!, validValues(formForYear(2024)!))[total]!;

describe('cellCorrect', () => {
  test('a preview tells what applying it then does, and stores nothing', async () => {
    await upload('A1', 2024, { [total]: '7' });
    const preview = await correction('A1', 1, right, { preview: true, reason: '' });
    expect(at(preview, 'report', 'version')).toBe(1);
    const applied = await correction('A1', 1, right);
    expect(at(applied, 'resolved')).toEqual(at(preview, 'resolved'));
    expect((at(applied, 'resolved') as Json[]).map((each) => at(each, 'rule', 'id'))).toEqual([
      'R-BALANCE',
      'R-APPLICANTS',
    ]);
    expect(at(applied, 'introduced')).toEqual([]);
    expect(at(applied, 'report')).toEqual({
      version: 2,
      errorCount: 0,
      cell: {
        value: right,
        raw: '7',
        corrected: true,
        history: [
          { before: null, after: '7', version: 1 },
          { before: '7', after: right, version: 2 },
        ],
      },
    });
  });

  test('of two corrections at once one wins, the other gets VERSION_CONFLICT with the current value', async () => {
    await upload('A2', 2024);
    const answers = await Promise.all([correction('A2', 1, '11'), correction('A2', 1, '12')]);
    const [won] = answers.filter((answer) => at(answer, 'report') !== null);
    const [lost] = answers.filter((answer) => at(answer, 'report') === null);
    const value = at(won, 'report', 'cell', 'value');
    expect(at(lost, 'userErrors', 0)).toMatchObject({
      code: 'VERSION_CONFLICT',
      path: ['expectedVersion'],
      message: expect.stringContaining(String(value)),
    });
  });

  test.each<[string, object, string, string[]]>([
    ['no reason', { reason: ' ' }, 'REASON_REQUIRED', ['reason']],
    ['an unknown cell', { changes: [{ key: 'a.b.c', value: '1' }] }, 'CELL_UNKNOWN', ['changes', '0', 'key']],
    ['half a request', { changes: [{ key: total, value: '1.5' }] }, 'NOT_WHOLE', ['changes', '0', 'value']],
    ['an unknown report', { report: { agency: 'A3', year: 1999 } }, 'REPORT_NOT_FOUND', ['report']],
  ])('%s is a userError', async (_name, more, code, path) => {
    await upload('A3', 2024);
    const answer = await correction('A3', 1, '5', more);
    expect(at(answer, 'userErrors', 0)).toMatchObject({
      code,
      path,
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
    expect(at(answer, 'report')).toBeNull();
  });

  test.each([1.5, true, 'abc', '1e3', '0x10', ''])('%j is no Decimal', async (value) => {
    const changes = [{ key: total, value }];
    const answer = await service.graphql(correct, {
      report: { agency: 'A3', year: 2024 },
      version: 1,
      changes,
      reason: '核对',
    });
    expect(at(answer, 'errors', 0, 'extensions', 'code')).toBe('BAD_USER_INPUT');
    expect(at(answer, 'errors', 0, 'message')).toEqual(expect.stringMatching(/请写成十进制字符串/));
  });

  test('another file does not overwrite a correction unless asked to', async () => {
    await upload('A4', 2024, { [total]: '7' });
    await correction('A4', 1, right);
    expect(at(await upload('A4', 2024, { [total]: '7' }), 'files', 0, 'status')).toBe('UNCHANGED');
    const file = { file: 'b.csv', bytes: sampleCsv('A4市教育局', 2024, { [total]: '8' }) };
    const refused = json(await service.upload([file]));
    expect(at(refused, 'files', 0, 'reports', 0, 'problems')).toMatchObject([
      { code: 'OVERWRITES_CORRECTION', cell: total, message: expect.stringContaining(right) },
    ]);
    const stored = json(await service.upload([file, { field: 'overwriteCorrections', value: 'true' }]));
    expect(at(stored, 'files', 0)).toMatchObject({
      status: 'STORED',
      version: 3,
      diff: [{ cell: total, before: right, after: '8' }],
    });
  });

  test('a report can be put back to an earlier version, and read as of a moment', async () => {
    const query = `mutation ($to: Int!) { reportRevert(report: { agency: "A4", year: 2024 }, expectedVersion: 3, toVersion: $to, reason: "恢复") {
      report { version cell(key: "${total}") { value } versions { number origin createdBy } } userErrors { code } } }`;
    expect(at(await service.graphql(query, { to: 9 }), 'data', 'reportRevert', 'userErrors', 0, 'code')).toBe(
      'VERSION_NOT_FOUND',
    );
    const reverted = at(await service.graphql(query, { to: 2 }), 'data', 'reportRevert', 'report');
    expect(at(reverted, 'cell', 'value')).toBe(right);
    expect((at(reverted, 'versions') as Json[]).map((each) => at(each, 'origin'))).toEqual([
      ...['IMPORT', 'CORRECTION', 'IMPORT', 'REVERT'],
    ]);
    const asOf = await service.graphql(
      `query ($at: DateTime!) { report(agency: "A4", year: 2024) { asOf(at: $at) { number values(keys: ["${total}"]) }
        before: asOf(at: "2001-01-01T00:00:00+08:00") { number } } }`,
      { at: new Date().toISOString() },
    );
    expect(at(asOf, 'data', 'report')).toEqual({
      asOf: { number: 4, values: { [total]: right } },
      before: null,
    });
  });
});

describe('reportImport', () => {
  const importReport = `mutation ($input: ReportImportInput!) { reportImport(input: $input) {
    report { agency { code } version values sections { key text } } findings { rule { id } } problems { code } userErrors { code path message } } }`;
  const form = formForYear(2022)!;
  const cells = Object.entries(shownValues(form, validValues(form))).map(([key, value]) => ({ key, value }));
  const input = {
    agency: 'A1市教育局',
    year: 2022,
    cells,
    sections: [{ id: 'overview', text: '总体情况良好' }],
  };

  async function send(more: object): Promise<Json | undefined> {
    const answer = await service.graphql(importReport, { input: { ...input, ...more } });
    expect(answer).not.toHaveProperty('errors');
    return at(answer, 'data', 'reportImport');
  }

  test('a key gives the first answer again; another content under it is refused', async () => {
    const first = await send({ idempotencyKey: 'k1' });
    expect(at(first, 'report')).toMatchObject({
      agency: { code: 'A1' },
      version: 1,
      values: shownValues(form, validValues(form)),
      sections: [{ key: 'overview', text: '总体情况良好' }],
    });
    expect(await send({ idempotencyKey: 'k1' })).toEqual(first);
    expect(at(await send({ idempotencyKey: 'k1', year: 2023 }), 'userErrors')).toMatchObject([
      { code: 'IDEMPOTENCY_MISMATCH' },
    ]);
  });

  test.each<[string, object, string, string[]]>([
    ['an unknown form', { form: '1999' }, 'FORM_UNKNOWN', ['input', 'form']],
    ['an unknown agency', { agency: '无名局' }, 'AGENCY_UNKNOWN', ['input', 'agency']],
    [
      'an unknown cell',
      { cells: [{ key: 'a.b.c', value: '1' }] },
      'CELL_UNKNOWN',
      ['input', 'cells', '0', 'key'],
    ],
    ['a cell twice', { cells: [cells[0], cells[0]] }, 'CELL_TWICE', ['input', 'cells', '1', 'key']],
    [
      'an unknown section',
      { sections: [{ id: 'x', text: '' }] },
      'INVALID_REQUEST',
      ['input', 'sections', '0', 'id'],
    ],
  ])('%s is a userError and nothing is stored', async (_name, more, code, path) => {
    const answer = await send({ year: 2021, ...more });
    expect(at(answer, 'userErrors', 0)).toMatchObject({ code, path });
    const after = await service.graphql('{ report(agency: "A1", year: 2021) { id } }');
    expect(at(after, 'data', 'report')).toBeNull();
  });
});

describe('agencyRegister', () => {
  const register = `mutation ($input: AgencyInput!) { agencyRegister(input: $input) { agency { code name aliases } userErrors { code path } } }`;

  test('a new code is registered, a used one refused', async () => {
    const input = { code: 'B1', name: '丁市民政局' };
    const answer = await service.graphql(register, { input });
    expect(at(answer, 'data', 'agencyRegister')).toEqual({
      agency: { ...input, aliases: [] },
      userErrors: [],
    });
    const again = await service.graphql(register, { input });
    expect(at(again, 'data', 'agencyRegister')).toEqual({
      agency: null,
      userErrors: [{ code: 'AGENCY_EXISTS', path: ['input', 'code'] }],
    });
  });
});
