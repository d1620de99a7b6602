import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, startTestServer, type TestServer } from '../support/server.js';
import { sampleCsv } from '../support/sampleFiles.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  await service.register('A1', '甲市教育局');
  const csv = sampleCsv('甲市教育局', 2024);
  // One slip in 一、本年新收: the row and the column no longer add up.
  await service.upload([
    {
      file: 'a.csv',
      bytes: csv.replace(
        /(一、本年新收[^,]*,+)(\d+),/,
        (_, label: string, number: string) => `${label}${number}7,`,
      ),
    },
  ]);
});

afterAll(() => service.close());

const query = `query { report(agency: "A1", year: 2024) { version errorCount repairs { id unique settles message changes { cell from to } } } }`;

test('the wrong cell is named with what it should be, and the proposal is taken with a reason', async () => {
  const before = at(await service.graphql(query), 'data', 'report');
  expect(at(before, 'errorCount')).toBe(2);
  expect(at(before, 'repairs')).toMatchObject([
    {
      unique: true,
      settles: ['R-BALANCE', 'R-APPLICANTS'],
      changes: [{ cell: 'requests.received.naturalPerson' }],
    },
  ]);
  const apply = (repair: unknown, reason: string) =>
    service.graphql(
      `mutation ($repair: ID!, $reason: String!) {
        repairApply(report: { agency: "A1", year: 2024 }, expectedVersion: 1, repair: $repair, reason: $reason) {
          report { version errorCount repairs { id } } resolved { rule { id } } userErrors { code }
        }
      }`,
      { repair, reason },
    );
  const id = at(before, 'repairs', 0, 'id');
  expect(
    at(await apply('requests.received.total=1', '试一试'), 'data', 'repairApply', 'userErrors', 0, 'code'),
  ).toBe('REPAIR_UNKNOWN');
  expect(at(await apply(id, ''), 'data', 'repairApply', 'userErrors', 0, 'code')).toBe('REASON_REQUIRED');
  expect(at(await apply(id, '多按了一个 7'), 'data', 'repairApply')).toEqual({
    report: { version: 2, errorCount: 0, repairs: [] },
    resolved: [{ rule: { id: 'R-BALANCE' } }, { rule: { id: 'R-APPLICANTS' } }],
    userErrors: [],
  });
  expect(at(await apply(id, '再来一次'), 'data', 'repairApply', 'userErrors', 0, 'code')).toBe(
    'VERSION_CONFLICT',
  );
});
