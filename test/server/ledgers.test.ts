import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { actorNamed } from '../support/actors.js';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;
beforeAll(async () => {
  service = await startTestServer();
  await service.register('370100', '历城市人民政府');
  await service.register('370200', '琴岛市人民政府');
});
afterAll(() => service.close());

const head = '申请编号,申请人类型,姓名,联系电话,收到日期,答复日期,答复类型';
const lines = [
  '2024-001,公民,赵某人,13800001111,2024-03-01,2024-03-20,予以公开',
  '2024-002,商业企业,钱某人,13800002222,2024-03-04,2024-04-20,部分公开',
  '2024-003,公民,孙某人,13800003333,2024-12-20,,',
];

async function post(
  rows: readonly string[],
  fields: Readonly<Record<string, string>> = {},
  token = service.token,
): Promise<{ status: number; file: Json | undefined; text: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ agency: '370100', year: '2024', ...fields }))
    body.append(name, value);
  body.append('files', new Blob([[head, ...rows].join('\n')]), '台账.csv');
  const answer = await service.fetch('/ledgers', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body,
  });
  const read = json(answer);
  return { status: answer.status, file: at(read, 'files', 0), text: answer.text };
}

async function asking(token: string, query: string): Promise<Json> {
  const answer = await service.fetch('/graphql', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return json(answer);
}

const report = { agency: '370100', year: 2024 };

describe('the ledger of an office', () => {
  test('is tried out without being kept', async () => {
    const { file } = await post(lines, { dryRun: 'true' });
    expect(file).toMatchObject({ status: 'DRY_RUN', version: null, cases: 3, dropped: ['姓名', '联系电话'] });
    const { data } = (await service.graphql('{ ledger(agency: "370100", year: 2024) { version } }')) as {
      data: { ledger: null };
    };
    expect(data.ledger).toBeNull();
  });

  test('is stored case by case; the same bytes change nothing', async () => {
    const { file } = await post(lines);
    expect(file).toMatchObject({
      status: 'STORED',
      version: 1,
      diff: { came: ['2024-001', '2024-002', '2024-003'], went: [], changed: [] },
      carriedForward: ['2024-003'],
      late: [{ case: '2024-002', due: '2024-04-01', answered: '2024-04-20' }],
    });
    expect((await post(lines)).file).toMatchObject({ status: 'UNCHANGED', version: 1 });
  });

  test('imported again, it says which cases came, went and changed', async () => {
    const { file } = await post([
      lines[0]!.replace('予以公开', '重复申请'),
      lines[2]!,
      '2024-004,公民,李某人,13800004444,2024-05-06,2024-05-20,撤回',
    ]);
    expect(file).toMatchObject({
      status: 'STORED',
      version: 2,
      diff: { came: ['2024-004'], went: ['2024-002'], changed: ['2024-001'] },
    });
  });

  test('is refused with its errors located, and nothing changes', async () => {
    const { file } = await post(['2024-009,媒体,周某人,13800005555,2024.2.30,2024-03-20,予以公开']);
    expect(file).toMatchObject({ status: 'REJECTED', version: 2 });
    const problems = at(file, 'problems') as { code: string; at?: string }[];
    expect(problems.map(({ code, at: place }) => `${code} ${place}`)).toEqual(
      expect.arrayContaining(['DAY_IMPOSSIBLE E2', 'WORD_UNKNOWN B2']),
    );
  });

  test('comes back with marks, in the answer alone', async () => {
    const { file } = await post([lines[0]!.replace('2024-03-01', '2024.2.30')], {
      marked: 'true',
      dryRun: 'true',
    });
    const marked = Buffer.from(String(at(file, 'marked', 'content')), 'base64').toString('utf8');
    expect(at(file, 'marked', 'fileName')).toBe('台账（标注）.csv');
    expect(marked.split('\n')[0]).toBe(head);
    expect(marked.split('\n')[1]).toMatch(/^2024-001,公民,赵某人,13800001111,2024\.2\.30,.*"错误：E2 .*"$/);
    expect(at((await post(lines, { dryRun: 'true' })).file, 'marked')).toBeNull();
    const { file: clean } = await post([lines[0]!], { marked: 'true', dryRun: 'true' });
    expect(at(clean, 'marked')).toBeNull();
    expect(JSON.stringify(at(clean, 'problems'))).toContain('MARKS_NOT_WRITTEN');
  });

  test('what is confirmed once is remembered for the office', async () => {
    const media = '2024-005,媒体,吴某人,13800006666,2024-06-03,2024-06-20,信息不存在';
    const words = JSON.stringify({ applicant: { 媒体: 'business' }, outcome: { 信息不存在: 'notHeld' } });
    expect((await post([...lines, media])).file).toMatchObject({ status: 'REJECTED' });
    expect((await post([...lines, media], { words })).file).toMatchObject({ status: 'STORED', version: 3 });
    expect((await post([...lines, media])).file).toMatchObject({ status: 'UNCHANGED' });
    const wrong = await post(lines, { words: '{"outcome":{"信息不存在":"什么"}}' });
    expect([wrong.status, at(JSON.parse(wrong.text) as Json, 'code')]).toEqual([400, 'WORDS_INVALID']);
  });

  test('an office that is not known is told so', async () => {
    const { status, file } = await post(lines, { agency: '不存在的局' });
    expect([status, at(file, 'status'), at(file, 'problems', 0, 'code')]).toEqual([
      200,
      'REJECTED',
      'AGENCY_UNKNOWN',
    ]);
  });
});

describe('a report from its ledger', () => {
  const mutation = `mutation ($report: ReportKey!, $version: Int, $preview: Boolean) {
    reportFromLedger(report: $report, expectedVersion: $version, reason: "按台账重新计数", preview: $preview) {
      report { version versions { origin } } diff { cell before after }
      introduced { rule { id } } userErrors { code message } } }`;

  test('is looked at first, then stored as a version whose origin is the ledger', async () => {
    const looked = await service.graphql(mutation, { report, preview: true });
    expect(at(looked, 'data', 'reportFromLedger')).toMatchObject({ report: null, userErrors: [] });
    const done = await service.graphql(mutation, { report, preview: false });
    expect(at(done, 'data', 'reportFromLedger')).toMatchObject({
      report: { version: 1, versions: [{ origin: 'LEDGER' }] },
      userErrors: [],
    });
    const again = await service.graphql(mutation, { report, version: 1, preview: false });
    expect(at(again, 'data', 'reportFromLedger', 'userErrors', 0, 'code')).toBe('NOTHING_CHANGED');
  });

  test('typed otherwise in three cases, the three are named', async () => {
    const corrected = await service.graphql(
      `mutation ($report: ReportKey!, $changes: [CellChangeInput!]!) {
        cellCorrect(report: $report, expectedVersion: 1, changes: $changes, reason: "手工填报的数") { userErrors { code } } }`,
      {
        report,
        changes: [
          { key: 'requests.disclosed.naturalPerson', value: '0' },
          { key: 'requests.partiallyDisclosed.business', value: '0' },
          { key: 'requests.notHeld.business', value: '0' },
        ],
      },
    );
    expect(at(corrected, 'data', 'cellCorrect', 'userErrors')).toEqual([]);
    const answer = await service.graphql(
      `{ report(agency: "370100", year: 2024) {
        ledgerDifferences { cell typed counted cases { number received outcome } }
        countedFrom { reportVersion ledgerVersion currentVersion } } }`,
    );
    expect(at(answer, 'data', 'report')).toEqual({
      ledgerDifferences: [
        ['requests.disclosed.naturalPerson', '2024-001', '2024-03-01', 'disclosed'],
        ['requests.partiallyDisclosed.business', '2024-002', '2024-03-04', 'partiallyDisclosed'],
        ['requests.notHeld.business', '2024-005', '2024-06-03', 'notHeld'],
      ].map(([cell, number, received, outcome]) => ({
        ...{ cell, typed: '0', counted: '1' },
        cases: [{ number, received, outcome }],
      })),
      countedFrom: { reportVersion: 1, ledgerVersion: 3, currentVersion: 3 },
    });
  });

  test('the ledger shows its cases, cell by cell, and what does not go on from last year', async () => {
    const before = ['2023-090,公民,郑某人,13800007777,2023-12-28,,'];
    expect((await post(before, { year: '2023' })).file).toMatchObject({ status: 'STORED' });
    const answer = await service.graphql(
      `{ ledger(agency: "370100", year: 2024) { version cells late { case due } carryFaults { number kind }
        versions { number came went changed } form { id }
        cases(cell: "requests.received.naturalPerson", first: 1) { totalCount nodes { number } pageInfo { hasNextPage } } } }`,
    );
    expect(at(answer, 'data', 'ledger')).toMatchObject({
      version: 3,
      form: { id: '2021' },
      late: [{ case: '2024-002', due: '2024-04-01' }],
      carryFaults: [{ number: '2023-090', kind: 'MISSING' }],
      cases: { totalCount: 2, nodes: [{ number: '2024-001' }], pageInfo: { hasNextPage: true } },
    });
    expect(at(answer, 'data', 'ledger', 'cells', 'requests.received.total')).toBe('4');
  });
});

describe('who sees what', () => {
  test('a reader sees no case, and no group of fewer than three', async () => {
    const { token } = await service.database.transaction((manager) =>
      createToken(manager, actorNamed('管理'), {
        name: '只读',
        role: Role.READER,
        scope: null,
        expiresAt: null,
      }),
    );
    const ask = (query: string) => asking(token, query);
    const ledger = await ask('{ ledger(agency: "370100", year: 2024) { version } }');
    expect(at(ledger, 'data', 'ledger')).toBeNull();
    expect(at(ledger, 'errors', 0, 'extensions', 'code')).toBe('FORBIDDEN');
    const differences = await ask('{ report(agency: "370100", year: 2024) { ledgerDifferences { cell } } }');
    expect(at(differences, 'data', 'report', 'ledgerDifferences')).toBeNull();
    const query =
      '{ ledgerStatistics(agency: "370100", year: 2024, by: APPLICANT) { offices whole { cases } groups { key cases medianDays outcomes { outcome } } } }';
    const outside = await ask(query);
    expect(at(outside, 'data', 'ledgerStatistics', 'groups')).toEqual(
      ['business', 'naturalPerson'].map((key) => ({ key, cases: null, medianDays: null, outcomes: [] })),
    );
    const inside = await service.graphql(query);
    expect(at(inside, 'data', 'ledgerStatistics')).toMatchObject({
      offices: 1,
      whole: { cases: 4 },
      groups: [
        { key: 'business', cases: 2, medianDays: 17 },
        { key: 'naturalPerson', cases: 2, medianDays: 19 },
      ],
    });
  });
});

describe('a long ledger', () => {
  const many = Array.from(
    { length: 25_000 },
    (_, index) => `2023-${index},公民,赵某人,13800001111,2023-03-01,2023-03-20,予以公开`,
  );
  const send = (signal?: AbortSignal) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ agency: '370200', year: '2023' })) body.append(name, value);
    body.append('files', new Blob([[head, ...many].join('\n')]), '台账.csv');
    const headers = { Authorization: `Bearer ${service.token}`, Accept: 'application/x-ndjson' };
    return fetch(`${service.address}/ledgers`, { method: 'POST', headers, body, ...(signal && { signal }) });
  };

  test('is called off by whoever hangs up, and nothing of it is stored', async () => {
    const calling = new AbortController();
    const answer = await send(calling.signal);
    const told: string[] = [];
    const reading = (async () => {
      for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
        told.push(piece);
        if (/"casesRead":[1-9]/.test(told.join(''))) calling.abort();
      }
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    expect(told.join('')).not.toContain('STORED');
    // Whoever comes next is the first.
    const { file } = await post(lines, { agency: '370200', year: '2023' });
    expect(file).toMatchObject({ version: 1 });
  });

  test('tells how far it has come, and at last what became of it', async () => {
    const answer = await send();
    expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
    const told = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
    const read = told.map((line) => Number(at(line, 'progress', 'casesRead') ?? 0));
    expect(Math.max(...read)).toBe(25_000);
    const last = told.at(-1)!;
    expect(at(last, 'files', 0)).toMatchObject({ status: 'STORED', cases: 25_000 });
    expect(told.slice(0, -1).every((line) => at(line, 'progress') !== undefined)).toBe(true);
  });

  test('is a run that others see and call off: nothing of it is stored', async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ agency: '370200', year: '2022' })) body.append(name, value);
    const more = Array.from({ length: 3 }, (_, part) =>
      many.map((line) => line.replace('2023-', `${part}-`)),
    );
    body.append(
      'files',
      new Blob([[head, ...more.flat()].join('\n').replaceAll('2023-0', '2022-0')]),
      '台账.csv',
    );
    const headers = { Authorization: `Bearer ${service.token}`, Accept: 'application/x-ndjson' };
    const answer = await fetch(`${service.address}/ledgers`, { method: 'POST', headers, body });
    let told = '';
    let cancelled: Json | undefined;
    for await (const piece of answer.body!.pipeThrough(new TextDecoderStream())) {
      told += piece;
      const run = /"run":"([^"]+)"/.exec(told)?.[1];
      if (run === undefined || cancelled) continue;
      const { data } = (await service.graphql(
        `mutation { importCancel(id: "${run}") { importRun { status casesStored options files { position } } userErrors { code } } }`,
      )) as { data: Json };
      cancelled = at(data, 'importCancel');
    }
    expect(cancelled).toEqual({
      importRun: {
        status: 'CANCELLED',
        casesStored: 0,
        options: { layout: 'ledger', agency: '370200', year: 2022, form: '2021' },
        files: [],
      },
      userErrors: [],
    });
    const last = JSON.parse(told.trim().split('\n').at(-1)!) as Json;
    expect(at(last, 'files', 0)).toMatchObject({
      status: 'REJECTED',
      version: null,
      problems: [{ code: 'IMPORT_CANCELLED' }],
    });
    const { file } = await post(lines, { agency: '370200', year: '2022' });
    expect(file).toMatchObject({ version: 1 });
  });

  test('is a run that says at last how many cases there were', async () => {
    await post(lines, { agency: '370200', year: '2023' });
    const last = (await (await send()).text()).trim().split('\n').at(-1)!;
    const run = String(at(JSON.parse(last) as Json, 'id'));
    const asked = `{ importRun(id: "${run}") { status actor casesRead casesStored reportsRead } }`;
    const { data } = (await service.graphql(asked)) as { data: Json };
    expect(at(data, 'importRun')).toMatchObject({
      status: 'DONE',
      casesRead: 25_000,
      casesStored: 25_000,
      reportsRead: 0,
    });
    for (const [scope, found] of [
      ['370200', true],
      ['370100', false],
    ] as const) {
      const { token } = await service.database.transaction((manager) =>
        createToken(manager, actorNamed('管理'), {
          name: `${scope}的填报员`,
          role: Role.FILER,
          scope,
          expiresAt: null,
        }),
      );
      expect(at(await asking(token, asked), 'data', 'importRun') !== null).toBe(found);
    }
  });

  test('that is refused before it is read is refused as any other', async () => {
    const answer = await fetch(`${service.address}/ledgers`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${service.token}`, Accept: 'application/x-ndjson' },
      body: new FormData(),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

test('nothing that tells who asked is anywhere', async () => {
  const personal = /[赵钱孙李周吴郑]某人|1380000\d{4}/;
  const tables = await service.database.query<{ name: string }[]>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  );
  expect(tables.length).toBeGreaterThan(20);
  for (const { name } of tables) {
    const [{ text } = { text: null }] = await service.database.query<{ text: string | null }[]>(
      `SELECT string_agg(row::text, '\n') AS text FROM "${name}" AS row`,
    );
    expect(text ?? '').not.toMatch(personal);
  }
  for (const answer of [await post(lines), await post(['坏编号,公民,赵某人,13800001111,不是日期,,乱写'])])
    expect(answer.text).not.toMatch(personal);
});
