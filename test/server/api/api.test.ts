import { gunzipSync } from 'node:zlib';
import { request as httpRequest } from 'node:http';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operations } from '../../../src/rights/operations.js';
import { form2021 } from '../../../src/forms/2021.js';
import { shownValues, validValues } from '../../support/drafts.js';
import { at, json, startTestServer, type Answer, type Json, type TestServer } from '../../support/server.js';

let service: TestServer;
const cells = (seed: number) => shownValues(form2021, validValues(form2021, seed));
const report = (agency: string, year: number, seed = 1) =>
  JSON.stringify({ form: '2021', year, agency, cells: cells(seed) });

beforeAll(async () => {
  service = await startTestServer();
  for (const code of ['A', 'B', 'C']) await service.register(code, `${code}市林业局`);
  await service.upload([
    { file: 'a.json', bytes: report('A市林业局', 2024) },
    { file: 'b.json', bytes: report('B市林业局', 2024, 2) },
  ]);
});
afterAll(() => service.close());

const authorization = () => ({ Authorization: `Bearer ${service.token}` });
const get = (path: string, headers: Record<string, string> = {}) =>
  service.fetch(path, { headers: { ...authorization(), ...headers } });
const post = (body: string | Uint8Array<ArrayBuffer>, type: string, headers: Record<string, string> = {}) =>
  service.fetch('/api/v1/reports', {
    method: 'POST',
    headers: { ...authorization(), 'Content-Type': type, ...headers },
    body,
  });
const lines = ({ text }: Answer) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Json);

test('openapi.json says every route that there is, and no other', async () => {
  const document = json(await service.fetch('/openapi.json', {}));
  const described = Object.entries(at(document, 'paths') as Record<string, Record<string, Json>>).flatMap(
    ([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  const routes = Object.keys(operations).filter((name) => name.includes(' /api/v1/'));
  const asRoutes = described.map((name) =>
    name
      .replace('/{agency}/{year}.', '/:agency/:file.')
      .replace(/:file\.\w+$/, ':file')
      .replace(/\{(\w+)\}/g, ':$1'),
  );
  expect([...new Set(asRoutes)].sort()).toEqual([...routes].sort());
  for (const route of routes) {
    const [method = '', url = ''] = route.split(' ');
    expect(service.server.hasRoute({ method: method as 'GET', url }), route).toBe(true);
  }
});

describe('one report', () => {
  test('as JSON, XML, CSV in both encodings and workbook; imported again it is unchanged', async () => {
    const plain = await get('/api/v1/reports/A/2024.json');
    expect(at(json(plain), 'cells', 'requests.received.total')).toBe(cells(1)['requests.received.total']);
    const xml = await get('/api/v1/reports/A/2024.xml');
    expect(xml.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(xml.text).toContain(
      `<cell key="requests.received.total">${cells(1)['requests.received.total']}</cell>`,
    );
    const coded = await fetch(`${service.address}/api/v1/reports/A/2024.csv?encoding=gb18030`, {
      headers: authorization(),
    });
    const bytes = Buffer.from(await coded.arrayBuffer());
    expect(coded.headers.get('content-type')).toBe('text/csv; charset=gb18030');
    expect(iconv.decode(bytes, 'gb18030')).toBe(
      (await get('/api/v1/reports/A/2024.csv')).text.replace(/^\uFEFF/, ''),
    );
    const again = await service.upload([{ file: 'a.csv', bytes: new Uint8Array(bytes) }]);
    expect(at(json(again), 'files', 0, 'status')).toBe('UNCHANGED');
    expect((await get('/api/v1/reports/A/2024.xlsx')).status).toBe(200);
  });

  test('what GB18030 cannot hold is named, not sent as a question mark', async () => {
    const sections = [{ id: 'otherMatters', title: '六、其他需要报告的事项', text: '造字\uE78D在此。' }];
    const given = JSON.parse(report('C市林业局', 2020)) as object;
    expect(json(await post(JSON.stringify({ ...given, sections }), 'application/json'))).toMatchObject({
      status: 'STORED',
    });
    const refused = await get('/api/v1/reports/C/2020.csv?encoding=gb18030');
    expect([refused.status, at(json(refused), 'code')]).toEqual([400, 'ENCODING_CANNOT_HOLD']);
    expect(at(json(refused), 'message')).toContain('U+E78D');
    expect((await get('/api/v1/reports/C/2020.csv')).text).toContain('\uE78D');
  });

  test('known already is not sent again', async () => {
    const once = await get('/api/v1/reports/A/2024.json');
    const tag = once.headers.get('etag') ?? '';
    expect(once.headers.get('cache-control')).toBe('private, no-cache');
    expect((await get('/api/v1/reports/A/2024.json', { 'If-None-Match': tag })).status).toBe(304);
    expect((await get('/api/v1/reports/B/2024.json', { 'If-None-Match': tag })).status).toBe(200);
  });

  test.each([
    ['/api/v1/reports/A/1999.json', 404, 'REPORT_NOT_FOUND'],
    ['/api/v1/reports/A/2024.odt', 404, 'NOT_FOUND'],
    ['/api/v1/reports/A/2024.csv?encoding=big5', 400, 'INVALID_REQUEST'],
    ['/api/v1/forms/1999', 404, 'FORM_UNKNOWN'],
    ['/api/v1/progress?agency=A', 400, 'INVALID_REQUEST'],
    ['/api/v1/progress?agency=Z&year=2024', 404, 'AGENCY_UNKNOWN'],
    ['/api/v1/changes?after=x', 400, 'INVALID_REQUEST'],
    ['/api/v1/changes?after=WzFlMzBd', 400, 'INVALID_REQUEST'],
    ['/api/v1/changes?wait=31', 400, 'INVALID_REQUEST'],
    ['/api/v1/reports.ndjson?status=LOST', 400, 'INVALID_REQUEST'],
    ['/api/v1/imports/x', 404, 'NOT_FOUND'],
    ['/api/v1/nothing', 404, 'NOT_FOUND'],
  ])('%s answers %i %s', async (path, status, code) => {
    const answer = await get(path);
    expect([answer.status, at(json(answer), 'code')]).toEqual([status, code]);
    expect(Object.keys(json(answer) as object).sort()).toEqual(['code', 'message', 'requestId']);
  });

  test('an address with a broken code is told in the same shape', async () => {
    const answer = await get('/api/v1/reports/%E6%9C/2024.json');
    expect([answer.status, json(answer)]).toEqual([
      400,
      { code: 'INVALID_REQUEST', message: expect.stringContaining('编码'), requestId: expect.any(String) },
    ]);
  });

  test.each([
    ['DELETE', '/api/v1/reports/A/2024.json', 405, 'METHOD_NOT_ALLOWED', 'GET, HEAD'],
    ['PUT', '/api/v1/reports', 405, 'METHOD_NOT_ALLOWED', 'POST'],
    ['POST', '/api/v1/changes?first=1', 405, 'METHOD_NOT_ALLOWED', 'GET, HEAD'],
    ['PATCH', '/reports/A/2024', 405, 'METHOD_NOT_ALLOWED', 'GET, HEAD'],
    ['OPTIONS', '/graphql', 405, 'METHOD_NOT_ALLOWED', 'GET, HEAD, POST'],
    ['GET', '/api/v1/reports?year=2024', 405, 'METHOD_NOT_ALLOWED', 'POST'],
    ['GET', '/imports', 405, 'METHOD_NOT_ALLOWED', 'POST'],
    ['POST', '/api/v1/nothing', 404, 'NOT_FOUND', null],
  ])('%s %s answers %i %s and says which methods there are', async (method, path, status, code, allowed) => {
    const answer = await service.fetch(path, { method, headers: authorization() });
    expect([answer.status, at(json(answer), 'code'), answer.headers.get('allow')]).toEqual([
      status,
      code,
      allowed,
    ]);
    expect(Object.keys(json(answer) as object).sort()).toEqual(['code', 'message', 'requestId']);
  });
});

describe('many reports', () => {
  test('a year in one compressed stream, each line the JSON export', async () => {
    const plain = await get('/api/v1/reports.ndjson?year=2024', { 'Accept-Encoding': 'identity' });
    expect(plain.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    expect(lines(plain)).toEqual([
      json(await get('/api/v1/reports/A/2024.json')),
      json(await get('/api/v1/reports/B/2024.json')),
    ]);
    const packed = await new Promise<{ encoding: unknown; bytes: Buffer }>((resolve, reject) => {
      const asked = httpRequest(
        `${service.address}/api/v1/reports.ndjson?year=2024`,
        { headers: { ...authorization(), 'Accept-Encoding': 'gzip' } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            resolve({ encoding: answer.headers['content-encoding'], bytes: Buffer.concat(chunks) }),
          );
          answer.on('error', reject);
        },
      );
      asked.on('error', reject);
      asked.end();
    });
    expect(packed.encoding).toBe('gzip');
    expect(gunzipSync(packed.bytes).toString()).toBe(plain.text);
  });

  test('sent as lines each stand alone and are answered in their order', async () => {
    const body = [
      report('C市林业局', 2023),
      '{ 不是 JSON',
      report('无名局', 2023),
      '',
      JSON.stringify({ form: '2021' }),
      report('A市林业局', 2023, 3),
    ].join('\n');
    const answer = await post(body, 'application/x-ndjson', { 'Idempotency-Key': 'k' });
    expect(lines(answer)).toMatchObject([
      { agency: 'C', year: 2023, status: 'STORED', version: 1, problems: [] },
      { agency: null, status: 'REJECTED', version: null, problems: [{ code: 'INVALID_JSON' }] },
      { agency: '无名局', status: 'REJECTED', problems: [{ code: 'AGENCY_UNKNOWN' }] },
      { status: 'REJECTED', problems: [{ code: 'UNSUPPORTED_FORMAT' }] },
      { agency: 'A', year: 2023, status: 'STORED', version: 1 },
    ]);
    const again = await post(body, 'application/x-ndjson', { 'Idempotency-Key': 'k' });
    expect(again.text).toBe(answer.text);
    const beginning = /^\{"agency":.*?,"year":.*?,"status":.*?,"version":.*?,"problems":/;
    for (const line of again.text.trim().split('\n')) expect(line).toMatch(beginning);
    for (const type of ['application/x-ndjson', 'application/json']) {
      const other = await post(report('C市林业局', 2022), type, { 'Idempotency-Key': 'k' });
      expect(lines(other)).toMatchObject([
        { status: 'REJECTED', problems: [{ code: 'IDEMPOTENCY_MISMATCH' }] },
      ]);
    }
    const exported = await get('/api/v1/reports.ndjson?year=2023');
    expect(lines(await post(exported.text, 'application/x-ndjson'))).toMatchObject([
      { agency: 'A', status: 'UNCHANGED', version: 1 },
      { agency: 'C', status: 'UNCHANGED', version: 1 },
    ]);
  });

  test('one agency and year twice is told with its places, also where the first is stored by then', async () => {
    const twice = [report('B市林业局', 2022), report('C市林业局', 2022), report('B市林业局', 2022, 3)];
    const [first, other, second] = lines(await post(twice.join('\n'), 'application/x-ndjson'));
    expect(other).toMatchObject({ status: 'STORED', problems: [] });
    for (const line of [first, second])
      expect(line).toMatchObject({
        ...{ agency: 'B', status: 'REJECTED', version: null },
        problems: [{ code: 'DUPLICATE_REPORT', message: expect.stringContaining('2 次（第1份、第3份）') }],
      });
    const no = (count: number) => Array.from({ length: count }, () => '不是 JSON');
    const far = [report('B市林业局', 2022), ...no(300), report('B市林业局', 2022, 3)];
    const all = lines(await post(far.join('\n'), 'application/x-ndjson'));
    expect(all).toHaveLength(302);
    expect(all[0]).toMatchObject({ agency: 'B', status: 'STORED', version: 1 });
    expect(all[1]).toMatchObject({ problems: [{ code: 'INVALID_JSON', at: '第2份' }] });
    expect(all[301]).toMatchObject({
      ...{ agency: 'B', status: 'REJECTED', version: 1 },
      problems: [{ code: 'DUPLICATE_REPORT', message: expect.stringContaining('第1份 的一份已先存入') }],
    });
  });

  test('what was answered before an interruption still counts as sent when all is sent again', async () => {
    const no = Array.from({ length: 249 }, () => '不是 JSON');
    const begun = [report('B市林业局', 2016), ...no];
    const key = { 'Idempotency-Key': 'interrupted' };
    const [stored] = lines(await post(begun.join('\n'), 'application/x-ndjson', key));
    expect(stored).toMatchObject({ agency: 'B', status: 'STORED', version: 1 });
    const whole = [...begun, report('C市林业局', 2016), report('B市林业局', 2016, 3)];
    const again = lines(await post(whole.join('\n'), 'application/x-ndjson', key));
    expect(again[0]).toEqual(stored);
    expect(again[250]).toMatchObject({ agency: 'C', status: 'STORED', version: 1 });
    expect(again[251]).toMatchObject({
      ...{ agency: 'B', status: 'REJECTED', version: 1 },
      problems: [{ code: 'DUPLICATE_REPORT', message: expect.stringContaining('第1份 的一份已先存入') }],
    });
  });

  test('a year beyond reason refuses its line and no other', async () => {
    const years = [99_999_999_999, -1, 0, 1899, 2200, 2 ** 31];
    const sent = [...years.map((each) => report('C市林业局', each)), report('C市林业局', 2015)];
    const answers = lines(await post(sent.join('\n'), 'application/x-ndjson'));
    expect(answers.slice(0, -1)).toEqual(
      years.map((each, index) => ({
        ...{ agency: null, year: null, status: 'REJECTED', version: null, findings: [] },
        problems: [
          {
            ...{ code: 'YEAR_UNKNOWN', severity: 'error', at: `第${index + 1}份` },
            message: `年度应在 1900 至 2199 之间，现在是 ${each}。请核对 year 一项。`,
          },
        ],
      })),
    );
    expect(answers.at(-1)).toMatchObject({ agency: 'C', status: 'STORED', version: 1 });
  });

  test('text that would be lost is refused: of a section that there is not, or that stands twice', async () => {
    const given = JSON.parse(report('C市林业局', 2014)) as object;
    const section = (id: string) => ({ id, title: '一、总体情况', text: '甲' });
    const sent = [['overall'], ['overview', 'overview'], ['overview']].map((ids) =>
      JSON.stringify({ ...given, sections: ids.map(section) }),
    );
    const [unknown, twice, stored] = lines(await post(sent.join('\n'), 'application/x-ndjson'));
    for (const [answer, id] of [
      [unknown, 'overall'],
      [twice, 'overview'],
    ] as const)
      expect(answer).toMatchObject({
        status: 'REJECTED',
        problems: [{ code: 'UNSUPPORTED_FORMAT', message: expect.stringContaining(`“${id}”`) }],
      });
    expect(stored).toMatchObject({ agency: 'C', status: 'STORED', version: 1 });
  });

  test('a code that is written as a number is the code', async () => {
    const given = JSON.parse(report('A市林业局', 2014)) as object;
    const answer = json(await post(JSON.stringify({ ...given, agencyCode: 7 }), 'application/json'));
    expect(answer).toMatchObject({ status: 'REJECTED', problems: [{ code: 'AGENCY_UNKNOWN' }] });
  });

  test('one as JSON; what is no UTF-8 or another charset is refused', async () => {
    expect(json(await post(report('B市林业局', 2023), 'application/json'))).toMatchObject({
      agency: 'B',
      status: 'STORED',
      version: 1,
    });
    const exported = await get('/api/v1/reports/B/2023.json');
    const again = await post(exported.text, 'application/json');
    expect(again.headers.get('content-type')).toContain('application/json');
    expect(json(again)).toMatchObject({ agency: 'B', status: 'UNCHANGED', version: 1 });
    const gbk = new Uint8Array(iconv.encode(report('B市林业局', 2022), 'gbk'));
    const refused = json(await post(gbk, 'application/json'));
    expect(at(refused, 'problems', 0, 'code')).toBe('INVALID_JSON');
    const charset = await post(report('B市林业局', 2022), 'application/json; charset=gbk');
    expect([charset.status, at(json(charset), 'code')]).toEqual([400, 'INVALID_REQUEST']);
  });
});

test('every line is what the JSON export says, with prose, money and blanks', async () => {
  const sections = [{ id: 'otherMatters', title: '六、其他需要报告的事项', text: '无“其他”事项。\n完。' }];
  const given = { ...(JSON.parse(report('C市林业局', 2017)) as object), sections };
  const more = { 'fees.fees.amount': '12.5', 'licensing.licensing.decisions': null };
  await post(
    JSON.stringify({ ...given, cells: { ...cells(4), ...more }, datedOn: '2018-01-20' }),
    'application/json',
  );
  const all = lines(await get('/api/v1/reports.ndjson'));
  expect(all.some((each) => at(each, 'cells', 'fees.fees.amount') === '12.5')).toBe(true);
  expect(all.some((each) => at(each, 'cells', 'licensing.licensing.decisions') === null)).toBe(true);
  expect(all.some((each) => (at(each, 'sections') as Json[]).length > 0)).toBe(true);
  for (const each of all) {
    const single = await get(
      `/api/v1/reports/${String(at(each, 'agencyCode'))}/${String(at(each, 'year'))}.json`,
    );
    expect(each).toEqual(json(single));
    expect(Object.keys(each as object)).toEqual(Object.keys(json(single) as object));
  }
});

test('a year says from where on to follow the feed', async () => {
  const year = await get('/api/v1/reports.ndjson?year=2024');
  const cursor = year.headers.get('x-next-cursor') ?? '';
  expect((await get(`/api/v1/changes?after=${cursor}`)).text).toBe('');
  await post(report('A市林业局', 2019), 'application/json');
  await post(report('A市林业局', 2018), 'application/json');
  const next = lines(await get(`/api/v1/changes?after=${cursor}`));
  expect(next.map((each) => at(each, 'year'))).toEqual([2019, 2018]);
});

describe('the feed', () => {
  test('is read line by line and goes on from its cursor; whoever waits is told at once', async () => {
    const all = await get('/api/v1/changes?first=1000');
    expect(lines(all).length).toBeGreaterThan(5);
    expect(lines(all)[3]).toMatchObject({
      kind: 'VERSION',
      agency: 'A',
      year: 2024,
      version: 1,
      status: 'DRAFT',
    });
    const next = all.headers.get('x-next-cursor') ?? '';
    expect(lines(all).at(-1)).toMatchObject({ cursor: next });
    const waiting = get(`/api/v1/changes?after=${next}&wait=30`);
    await post(report('B市林业局', 2021), 'application/json');
    expect(lines(await waiting)).toMatchObject([{ kind: 'VERSION', agency: 'B', year: 2021 }]);
    const nothing = await get(`/api/v1/changes?after=${next}&kinds=PUBLISHED`);
    expect(nothing.text).toBe('');
    const later = await get(`/api/v1/changes?after=${nothing.headers.get('x-next-cursor')}`);
    expect(later.text).toBe('');
  });
});

test('lists and forms', async () => {
  expect(json(await get('/api/v1/agencies?first=2'))).toMatchObject({
    agencies: [{ code: 'A', name: 'A市林业局', parent: null }, { code: 'B' }],
    nextCursor: expect.any(String),
  });
  expect(json(await get('/api/v1/progress?agency=A&year=2024'))).toMatchObject({
    agency: 'A',
    total: 1,
    draft: 1,
  });
  expect(json(await get('/api/v1/reminders?agency=A&year=2024'))).toMatchObject({
    reminders: [{ agency: 'A', status: 'DRAFT', deadline: '2025-01-31' }],
  });
  const form = json(await get('/api/v1/forms/2021'));
  expect((at(form, 'cells') as Json[]).length).toBe(200);
  expect(at(form, 'codes', 'status', 0)).toEqual({ code: 'DRAFT', label: '草稿' });
});
