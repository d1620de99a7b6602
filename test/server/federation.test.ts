import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { form2021 } from '../../src/forms/2021.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { draftOf, shownValues, validValues } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { registerBelow } from '../support/registerBelow.js';
import { at, json, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;
let sdl: string;

beforeAll(async () => {
  service = await startTestServer();
  const filing = filingIn(service.database);
  const above = await filing.register('P', '甲市人民政府');
  await registerBelow(service.database, above, 'Q');
  await filing.register('R', '乙市水利局');
  await filing.importDrafts(
    ['Q', 'R'].map((agency) => draftOf(form2021, validValues(form2021, 1), { year: 2024, agency })),
  );
  const answer = await service.graphql('{ _service { sdl } }');
  sdl = String(at(answer, 'data', '_service', 'sdl'));
});
afterAll(() => service.close());

/** Another system's subgraph: what it spends, of agencies and reports that it does not keep. */
const budgets = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  type Agency @key(fields: "code") { code: String! budget: String }
  type Report @key(fields: "id") { id: ID! audit: String }
  type ReportVersion @key(fields: "id") { id: ID! signature: String }
  type PageInfo @shareable {
    hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String
  }
  type Spending { agency: Agency! amount: String! }
  type Query { spendings: [Spending!]! }
`);

const ask = async (representations: object[], selection: string, token = service.token): Promise<Json> =>
  json(
    await service.fetch('/graphql', {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        query: `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${selection} } }`,
        variables: { of: representations },
      }),
    }),
  );

const received = shownValues(form2021, validValues(form2021, 1))['requests.received.total'];

const everything = `... on Agency { code name } ... on Report { year agency { code } values(keys: ["requests.received.total"]) }
  ... on ReportVersion { number }`;

test('it composes with another subgraph into one graph', () => {
  const { errors, supergraphSdl } = composeServices([
    { name: 'nianbao', typeDefs: parse(sdl) },
    { name: 'budgets', typeDefs: budgets },
  ]);
  expect(errors).toBeUndefined();
  expect(supergraphSdl).toMatch(/type Agency[\s\S]*?@join__type\(graph: NIANBAO, key: "code"\)/);
  expect(supergraphSdl).toContain('budget: String @join__field(graph: BUDGETS)');
  expect(sdl).not.toMatch(/_entities|_Entity|_Any|_service/);
});

test('what the other subgraph names, this one fills in', async () => {
  const other = buildSubgraphSchema({
    typeDefs: budgets,
    resolvers: { Query: { spendings: () => [{ agency: { code: 'Q' }, amount: '3.5' }] } },
  });
  const named = await graphql({ schema: other, source: '{ spendings { agency { __typename code } } }' });
  const agency = at(JSON.parse(JSON.stringify(named.data)) as Json, 'spendings', 0, 'agency');
  const filled = await ask([agency as object], '... on Agency { name parent { code } }');
  expect(at(filled, 'data', '_entities')).toEqual([
    { __typename: 'Agency', name: 'Q局', parent: { code: 'P' } },
  ]);
});

test('agencies, reports and versions are found by their keys, in the order asked for; nothing else is', async () => {
  const read = await service.graphql(
    '{ agency(code: "Q") { id } report(agency: "Q", year: 2024) { id versions { id } } }',
  );
  const agency = at(read, 'data', 'agency', 'id');
  const report = at(read, 'data', 'report', 'id');
  const version = at(read, 'data', 'report', 'versions', 0, 'id');
  const found = await ask(
    [
      { __typename: 'ReportVersion', id: version },
      { __typename: 'Agency', code: 'nobody' },
      { __typename: 'Report', id: report },
      { __typename: 'Agency', id: agency },
      { __typename: 'Agency', id: report },
      { __typename: 'Report', id: 'x' },
    ],
    everything,
  );
  expect(at(found, 'data', '_entities')).toMatchObject([
    { __typename: 'ReportVersion', number: 1 },
    null,
    {
      __typename: 'Report',
      year: 2024,
      agency: { code: 'Q' },
      values: { 'requests.received.total': received },
    },
    { __typename: 'Agency', code: 'Q' },
    null,
    null,
  ]);
});

test.each([
  [{ __typename: 'Token', id: 'x' }],
  [{ __typename: 'Agency' }],
  [{ __typename: 'toString', id: 'x' }],
  ['Agency'],
  [{ __typename: 'Report', id: 7 }],
])('%j is no representation', async (given) => {
  const answer = await ask([given as object], everything);
  expect(at(answer, 'errors', 0, 'extensions', 'code')).toBe('INVALID_REQUEST');
});

test('scope and role hold: what is outside is not there, and whoever may not read reports does not', async () => {
  const tokenOf = async (name: string, role: Role, scope: string | null) =>
    (
      await service.database.transaction((manager) =>
        createToken(manager, actor, { name, role, scope, expiresAt: null }),
      )
    ).token;
  const city = await tokenOf('甲市', Role.READER, 'P');
  const officer = await tokenOf('系统管理员', Role.SYSTEM_ADMINISTRATOR, null);
  const read = await service.graphql(
    '{ ours: report(agency: "Q", year: 2024) { id } theirs: report(agency: "R", year: 2024) { id } }',
  );
  const [ours, theirs] = [at(read, 'data', 'ours', 'id'), at(read, 'data', 'theirs', 'id')];
  const asked = [
    { __typename: 'Report', id: ours },
    { __typename: 'Report', id: theirs },
    { __typename: 'Agency', code: 'R' },
  ];
  expect(at(await ask(asked, everything, city), 'data', '_entities')).toMatchObject([
    { __typename: 'Report', year: 2024 },
    null,
    null,
  ]);
  const refused = await ask(asked, everything, officer);
  expect(at(refused, 'data', '_entities')).toMatchObject([null, null, { code: 'R' }]);
  expect((at(refused, 'errors') as Json[]).map((each) => at(each, 'extensions', 'code'))).toEqual([
    'FORBIDDEN',
    'FORBIDDEN',
  ]);
});

test('what it costs grows with what is asked for', async () => {
  const many = Array.from({ length: 1000 }, () => ({ __typename: 'Report', id: 'x' }));
  const large = await ask(many, '... on Report { tables { rows { cells { history { before } } } } }');
  expect(at(large, 'errors', 0, 'extensions', 'code')).toBe('QUERY_TOO_LARGE');
  const more = await ask([...many, { __typename: 'Report', id: 'x' }], '');
  expect(at(more, 'errors', 0, 'extensions', 'code')).toBe('INVALID_REQUEST');
});
