import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client/core/index.js';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { print } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { form2019 } from '../../src/forms/2019.js';
import { form2021 } from '../../src/forms/2021.js';
import { draftOf, validValues, withCells } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';
import { at, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;

const cells = 'key value raw at corrected row { key label } column { key label unit }';
const content = `form { id tables { key columns { key label } } } tables { key title columns { key label unit } rows { key label group cells { ${cells} history { version after } } } }
  one: table(key: "requests") { key rows { key cells { key value } } } total: cell(key: "requests.received.total") { key value }
  values sections { key title text }`;
const queries = {
  'a list of reports, both forms':
    gql(`{ reports(first: 4) { nodes { id year agency { id code name } ${content}
    findings { id rule { id basis } message cells { ${cells} } } repairs { id message } } } }`),
  'a report with its versions': gql(`{ report(agency: "A", year: 2024) { id version ${content}
    versions { id number ${content} } auditTrail { nodes { id action } } } }`),
  forms: gql(
    '{ forms { id sections { key title } tables { key columns { key label } } rules { id } } rules { id form { id } } }',
  ),
};
type Named = keyof typeof queries;
const names = Object.keys(queries) as Named[];

beforeAll(async () => {
  service = await startTestServer();
  const filing = filingIn(service.database);
  for (const code of ['A', 'B']) await filing.register(code);
  const wrong = { 'requests.received.total': '1', 'remedies.reconsideration.total': '900' };
  await filing.importDrafts([
    draftOf(form2021, withCells(form2021, validValues(form2021, 3), wrong), { year: 2024, agency: 'A' }),
    draftOf(form2021, withCells(form2021, validValues(form2021, 3), wrong), { year: 2024, agency: 'B' }),
    draftOf(form2019, validValues(form2019, 4), { year: 2020, agency: 'A' }),
    draftOf(form2019, validValues(form2019, 5), { year: 2020, agency: 'B' }),
  ]);
  await filing.correct({
    agency: 'A',
    year: 2024,
    changes: [{ key: 'requests.received.total', value: '7' }],
  });
});
afterAll(() => service.close());

const headers = () => ({ Authorization: `Bearer ${service.token}` });

async function plain(name: Named): Promise<Json | undefined> {
  const answer = await service.graphql(print(queries[name]));
  expect(answer).not.toHaveProperty('errors');
  return at(answer, 'data');
}

/** What a cache adds for itself. */
function withoutTypes(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === '__typename' ? undefined : each)));
}

describe('a cache that goes by ids shows exactly what the answer says', () => {
  test('Apollo Client with its defaults', async () => {
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: new HttpLink({ uri: `${service.address}/graphql`, headers: headers() }),
    });
    for (const name of names) await client.query({ query: queries[name] });
    for (const name of names)
      expect(withoutTypes(client.readQuery({ query: queries[name] })), name).toEqual(await plain(name));
  });

  test('urql with its normalised cache', async () => {
    const client = new Client({
      url: `${service.address}/graphql`,
      exchanges: [cacheExchange({ logger: () => undefined }), fetchExchange],
      preferGetMethod: false,
      fetchOptions: () => ({ headers: headers() }),
    });
    for (const name of names) expect((await client.query(queries[name], {})).error).toBeUndefined();
    for (const name of names) {
      const read = await client.query(queries[name], {}, { requestPolicy: 'cache-only' });
      expect(withoutTypes(read.data), name).toEqual(await plain(name));
    }
  });
});

/** Every id with the type it is of and where it stands. */
function* idsIn(
  value: unknown,
): Generator<{ readonly type: string; readonly id: string; readonly of: object }> {
  if (typeof value !== 'object' || value === null) return;
  if ('__typename' in value && 'id' in value && typeof value.id === 'string')
    yield { type: String(value.__typename), id: value.id, of: value };
  for (const each of Object.values(value)) yield* idsIn(each);
}

test('every id is of one thing, and node finds it', async () => {
  const answer = await service.graphql(`{ reports(first: 50) { nodes { __typename id year
    findings { __typename id message } versions { __typename id number } agency { __typename id code }
    auditTrail { nodes { __typename id sequence } } repairs { __typename id message } } }
    forms { __typename id cellCount } rules { __typename id basis } }`);
  const seen = new Map<string, string>();
  const types = new Map<string, string>();
  for (const { type, id, of } of idsIn(at(answer, 'data'))) {
    const said = JSON.stringify(of);
    expect(seen.get(`${type} ${id}`) ?? said).toBe(said);
    seen.set(`${type} ${id}`, said);
    if (type !== 'Repair') types.set(id, type);
  }
  const ids = [...types.keys()].slice(0, 150);
  const found = await service.graphql('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
  expect(at(found, 'data', 'nodes')).toEqual(ids.map((id) => ({ __typename: types.get(id), id })));
  const [finding] = [...types].filter(([, type]) => type === 'Finding').map(([id]) => id);
  const one = await service.graphql(
    `query ($id: ID!) { node(id: $id) { id ... on Finding { message report { year } cells { key value } } }
      none: node(id: "x") { id } nobody: node(id: "00000000-0000-4000-8000-000000000000") { id } }`,
    { id: finding },
  );
  expect(at(one, 'data')).toMatchObject({ node: { id: finding }, none: null, nobody: null });
});
