import fc from 'fast-check';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSchema } from '../../resolvers/schema/buildSchema.js';
import { accessRules } from '../../src/server/accessRules.js';
import { apiOperations } from '../../src/server/api/apiOperations.js';
import { form2021 } from '../../src/forms/2021.js';
import { draftOf, validValues } from '../support/drafts.js';
import { filingIn } from '../support/filing.js';
import { at, startTestServer, type TestServer } from '../support/server.js';

const runs = Number(process.env['FUZZ_RUNS'] ?? 2);

let service: TestServer;
const known: string[] = ['A', 'B', '2024', 'requests', 'requests.received.total', 'R-BALANCE'];
beforeAll(async () => {
  service = await startTestServer();
  await service.register('A', '甲市林业局');
  await service.register('B', '乙市林业局');
  await filingIn(service.database).importDrafts([
    draftOf(form2021, validValues(form2021), { year: 2024, agency: 'A' }),
  ]);
  const answer = await service.graphql(
    `{ report(agency: "A", year: 2024) { id versions { id } findings { id } agency { id } }
       changes { nodes { cursor } } reports { edges { cursor } } auditTrail { nodes { id } } }`,
  );
  expect(at(answer, 'errors')).toBeUndefined();
  for (const [, id] of JSON.stringify(answer).matchAll(/"(?:id|cursor)":"([^"]+)"/g)) if (id) known.push(id);
});
afterAll(() => service.close());

const cursor = (keys: unknown) => Buffer.from(JSON.stringify(keys)).toString('base64url');

/** What somebody types by mistake, what programs send when something is missing, and what looks right. */
const texts = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\0',
      '\ud800',
      '\udfff甲',
      '\ufeff',
      '\u200b',
      '"',
      "'; --",
      '%',
      '_',
      '\\',
      '../..',
      '[]',
      'null',
    ],
    ...[
      'NaN',
      '-0',
      '1e999',
      '٣',
      '１２',
      '9'.repeat(400),
      '年'.repeat(3000),
      '\u{1f600}',
      'A\nB',
      '{{',
      '*',
      '(',
      '$1',
    ],
    ...[
      '2024-02-30',
      '0000-00-00',
      '9999-12-31T23:59:59Z',
      '00000000-0000-0000-0000-000000000000',
      'constructor',
    ],
    ...[
      '__proto__',
      'https://',
      'http://[',
      'file:///etc/passwd',
      '0x10',
      'true',
      '2021',
      '1.25',
      '-1',
      '.5',
    ],
    ...[
      cursor([]),
      cursor({}),
      cursor(['A']),
      cursor(['A', 2024]),
      cursor([1]),
      cursor([-1]),
      cursor([1e15]),
      cursor([null]),
    ],
    ...[
      cursor(['\0', 1]),
      cursor(['2024-01-01 00:00:00+00', '00000000-0000-4000-8000-000000000000']),
      cursor([[['x']]]),
    ],
    ...[cursor(['-infinity', 'x']), cursor([0, '294277-01-01 00:00:00+00', 'A', 1]), cursor(['A', '2024'])],
  ),
  fc.nat().map((place) => known[place % known.length] ?? ''),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

const numbers = fc.oneof(
  fc.constantFrom(0, 1, -1, 2024, 2019, 1e4, 2147483647, -2147483648, 200, 201),
  fc.integer({ min: -3000, max: 3000 }),
);

const scalars: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Int: numbers,
  Float: fc.oneof(numbers, fc.double({ noNaN: true, noDefaultInfinity: true })),
  Boolean: fc.boolean(),
  CellKey: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('requests.received.total', 'a.b.c', 'fees.fees.amount') },
    texts,
  ),
  Date: fc.oneof(
    fc.constantFrom('2024-02-30', '2024-06-30', '0000-01-01', '9999-12-31', '2024-13-01', '0001-01-01'),
    texts,
  ),
  DateTime: fc.constantFrom(
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '2024-06-30T00:00:00+14:00',
    '2024-02-30T00:00:00Z',
    'x',
    '-000001-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
  ),
  Decimal: fc.oneof(
    fc.constantFrom(
      '0',
      '-1690',
      '25.1',
      '9'.repeat(60),
      '0.0000001',
      '-0',
      12,
      1.5,
      true,
      '9223372036854775808',
    ),
    texts,
  ),
  JSONObject: fc.dictionary(texts, texts, { maxKeys: 3 }),
  _Any: fc.oneof(
    fc.record(
      { __typename: fc.constantFrom('Agency', 'Report', 'ReportVersion', 'x'), id: texts },
      { requiredKeys: [] },
    ),
    texts,
  ),
};

function valueOf(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return present(type.ofType, depth);
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
    { weight: depth > 1 ? 1 : 4, arbitrary: present(type, depth) },
  );
}

function present(type: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return present(type.ofType, depth);
  if (isListType(type)) return fc.array(valueOf(type.ofType, depth + 1), { maxLength: 3 });
  if (isEnumType(type)) return fc.constantFrom(...type.getValues().map(({ name }) => name));
  if (isInputObjectType(type))
    return fc.record(
      Object.fromEntries(
        Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, depth + 1)]),
      ),
    );
  return scalars[type.name] ?? texts;
}

type Field = GraphQLField<unknown, unknown>;

/** How one comes to a thing of each type whose fields take arguments. */
const ways: Readonly<Record<string, (field: string) => string>> = {
  Query: (field) => `{ ${field} }`,
  Mutation: (field) => `{ ${field} }`,
  Agency: (field) => `{ agency(code: "A") { ${field} } }`,
  Report: (field) => `{ report(agency: "A", year: 2024) { ${field} } }`,
  ReportVersion: (field) => `{ report(agency: "A", year: 2024) { versions { ${field} } } }`,
  RollUp: (field) => `{ rollUp(agency: "A", year: 2024) { ${field} } }`,
  Webhook: (field) => `{ webhooks { nodes { ${field} } } }`,
  Ledger: (field) => `{ ledger(agency: "A", year: 2024) { ${field} } }`,
  ImportFile: (field) => `{ importRun(id: "00000000-0000-4000-8000-000000000000") { files { ${field} } } }`,
};

function askedWith(schema: GraphQLSchema): (readonly [string, Field])[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ args }) => args.length > 0)
        .map((field) => [type.name, field] as const),
    );
}

function requestOf(typeName: string, field: Field): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const named = getNamedType(field.type);
  const leaves = isObjectType(named)
    ? Object.values(named.getFields()).filter(
        ({ type, args }) => isLeafType(getNamedType(type)) && args.length === 0,
      )
    : [];
  const selection = isLeafType(named)
    ? ''
    : ` { __typename ${leaves.map(({ name }) => name).join(' ')}${'nodes' in (isObjectType(named) ? named.getFields() : {}) ? ' nodes { __typename } edges { cursor }' : ''}${isObjectType(named) && 'userErrors' in named.getFields() ? ' userErrors { code path message }' : ''} }`;
  const way = ways[typeName];
  if (!way) throw new Error(`no way to a ${typeName} is known`);
  const operation = typeName === 'Mutation' ? 'mutation' : 'query';
  return `${operation} (${declared}) ${way(`${field.name}(${given})${selection}`)}`;
}

describe('whatever is asked is answered with a code that says what is wrong', () => {
  test('every argument of GraphQL', async () => {
    const schema = await buildSchema();
    const fields = askedWith(schema);
    expect(fields.length).toBeGreaterThan(80);
    const calls = fc.tuple(
      ...fields.map(([typeName, field]) =>
        fc
          .record(Object.fromEntries(field.args.map(({ name, type }) => [name, valueOf(type)])))
          .map((variables) => ({ query: requestOf(typeName, field), variables })),
      ),
    );
    const wrong: object[] = [];
    for (const batch of fc.sample(calls, { numRuns: runs, seed: 20240131 }))
      for (const { query, variables } of batch) {
        const answer = await service.fetch('/graphql', {
          method: 'POST',
          headers: { Authorization: `Bearer ${service.token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ query, variables }),
        });
        if (answer.text.includes('INTERNAL') || answer.status >= 500)
          wrong.push({ query, variables, answer: answer.text });
      }
    expect(wrong).toEqual([]);
  }, 600_000);

  test('every address', async () => {
    const addresses = Object.keys(accessRules)
      .filter((route) => !/^POST \/graphql|\/playground|oidc/.test(route))
      .map((route) => route.split(' '));
    const asked = Object.fromEntries(
      apiOperations.map(({ method, path, route = path, query }) => [
        `${method.toUpperCase()} ${route}`,
        Object.keys(query),
      ]),
    );
    const wrong: object[] = [];
    const values = fc.oneof(texts, numbers.map(String));
    const requests = fc.tuple(
      ...addresses.map(([method = '', path = '']) =>
        fc.record({
          method: fc.constant(method),
          parts: fc.array(values, { minLength: 4, maxLength: 4 }),
          path: fc.constant(path),
          query: fc.dictionary(
            fc.constantFrom(
              ...(asked[`${method} ${path}`] ?? []),
              'year',
              'agency',
              'publication',
              'fragment',
              'x',
            ),
            values,
            { maxKeys: 3 },
          ),
          body: fc.oneof(
            texts,
            fc.json({ maxDepth: 2 }),
            fc.constantFrom(
              '{}',
              '[]',
              'null',
              '{"name":1}',
              '{"agency":"A","year":2024,"form":"2021","cells":{"a":1}}',
            ),
          ),
          type: fc.constantFrom(
            'application/json',
            'application/x-ndjson',
            'text/plain',
            'multipart/form-data',
            'multipart/form-data; boundary=x',
            'application/json; charset=utf-16',
          ),
        }),
      ),
    );
    for (const batch of fc.sample(requests, { numRuns: runs * 2, seed: 20240131 }))
      for (const { method, parts, path, query, body, type } of batch) {
        const rest = [...parts];
        const address = path
          .replace(/:\w+|\*/g, () => encoded(rest.shift() ?? ''))
          .concat('?', new URLSearchParams({ ...query, ...('wait' in query && { wait: '0' }) }).toString());
        const answer = await service.fetch(address, {
          method,
          headers: {
            Authorization: `Bearer ${service.token}`,
            ...(method !== 'GET' && { 'Content-Type': type }),
          },
          ...(method !== 'GET' && { body }),
        });
        if (/"code":"INTERNAL"/.test(answer.text) || answer.status >= 500)
          wrong.push({ method, address, body, type, answer: answer.text.slice(0, 300) });
      }
    expect(wrong).toEqual([]);
  }, 600_000);
});

/** Also what is no UTF-8 when it is taken apart. */
function encoded(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? '%ff%fe' : encodeURIComponent(text) || '%20';
}
