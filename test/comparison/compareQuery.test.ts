import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleCsv } from '../support/sampleFiles.js';
import { at, startTestServer, type TestServer } from '../support/server.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  await service.register('A1', '甲市教育局');
  await service.upload([{ file: 'a.csv', bytes: sampleCsv('甲市教育局', 2020, {}, 1) }]);
  await service.upload([{ file: 'b.csv', bytes: sampleCsv('甲市教育局', 2021, {}, 2) }]);
});

afterAll(() => service.close());

const query = `query ($agency: String!, $years: [Int!]!) {
  compare(agency: $agency, years: $years) {
    agency { code } years missing
    rows { key label row column unit values { year value difference percentage } comparable reason }
  }
}`;

test('compare gives every cell of both forms, with its words, its values and why it is not comparable', async () => {
  const answer = await service.graphql(query, { agency: 'A1', years: [2021, 2020, 2022] });
  const compared = at(answer, 'data', 'compare');
  expect(compared).toMatchObject({ agency: { code: 'A1' }, years: [2020, 2021, 2022], missing: [2022] });
  const rows = at(compared, 'rows');
  const row = (key: string) =>
    Array.isArray(rows) ? rows.find((each) => at(each, 'key') === key) : undefined;
  expect(row('requests.otherHandling.total')).toMatchObject({
    label: '「三、收到和处理政府信息公开申请情况」“（六）其他处理”行“总计”列',
    row: '（六）其他处理',
    column: '总计',
    unit: '件',
    comparable: true,
    reason: null,
    values: [
      { year: 2020, value: expect.stringMatching(/^\d+$/), difference: null, percentage: null },
      {
        year: 2021,
        value: expect.stringMatching(/^\d+$/),
        difference: expect.stringMatching(/^-?\d+$/),
        percentage: expect.stringMatching(/^-?\d+(\.\d)?$/),
      },
      { year: 2022, value: null, difference: null, percentage: null },
    ],
  });
  expect(row('fees.fees.amount')).toMatchObject({
    unit: '万元',
    comparable: false,
    reason: expect.stringContaining('不能相比'),
  });
});

test('compare of an unknown agency is null; too many years are refused', async () => {
  expect(await service.graphql(query, { agency: 'B1', years: [2021] })).toEqual({ data: { compare: null } });
  const refused = await service.graphql(query, {
    agency: 'A1',
    years: Array.from({ length: 11 }, (_, index) => 2015 + index),
  });
  expect(at(refused, 'errors', 0, 'extensions', 'code')).toBe('INVALID_REQUEST');
  expect(at(refused, 'errors', 0, 'message')).toBe('请写明要比较的年度，1 至 10 个。');
});
