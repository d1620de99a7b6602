import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleQueries } from '../../src/server/playground/sampleQueries.js';
import { at, startTestServer, type TestServer } from '../support/server.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
});

afterAll(() => service.close());

async function codeOf(query: string, variables: object = {}) {
  const answer = await service.graphql(query, variables);
  return at(answer, 'errors', 0, 'extensions', 'code');
}

const nested = (depth: number): string => (depth === 0 ? 'id' : `rules { form { ${nested(depth - 1)} } }`);

/** Measured: this alone is too large. */
const heavy = 'reports(first: 200) { nodes { tables { rows { cells { key value raw at } } } } }';

describe('a page size that makes no sense', () => {
  test.each(['first: -100000', 'first: 0', 'first: $first'])(
    'D4: %s makes no room for what is too large',
    async (size) => {
      const light = `report(agency: "V1", year: 2024) { auditTrail(${size}) { nodes { id at actor } } }`;
      const variables = { first: -100_000 };
      const declared = size.includes('$') ? 'query ($first: Int)' : 'query';
      expect(await codeOf(`${declared} { ${heavy} ${light} }`, variables)).toBe('QUERY_TOO_LARGE');
    },
  );
});

describe('limits on queries', () => {
  test.each<[string, string, object?]>([
    ['depth', `{ forms { ${nested(8)} } }`],
    [
      'depth through fragments',
      `{ forms { ...a } } fragment a on Form { ${nested(5)} ...b } fragment b on Form { ${nested(3)} rules { form { ...c } } } fragment c on Form { ${nested(5)} }`,
    ],
    ['aliases', `{ ${Array.from({ length: 40 }, (_, index) => `f${index}: forms { id }`).join(' ')} }`],
    ['tokens', `{ forms { ${'id '.repeat(7_000)} } }`],
    [
      'cost',
      '{ reports(first: 200) { nodes { tables { rows { cells { key value raw at history { version } } } } } } }',
    ],
    [
      'cost with a variable',
      'query ($first: Int) { reports(first: $first) { nodes { tables { rows { cells { key value raw at } } } findings { cells { key } } } } }',
      { first: 200 },
    ],
  ])('%s', async (_name, query, variables) => {
    expect(await codeOf(query, variables)).toBe('QUERY_TOO_LARGE');
  });

  test('a fragment inside itself is refused and hangs nothing', async () => {
    expect(await codeOf('{ forms { ...a } } fragment a on Form { rules { form { ...a } } }')).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  test('a page of 50 reports with all their cells is not too much', async () => {
    const query = '{ reports(first: 50) { nodes { tables { rows { label cells { key value raw at } } } } } }';
    expect(await codeOf(query)).toBeUndefined();
  });

  test('introspection works for whoever has a token', async () => {
    expect(await codeOf(getIntrospectionQuery())).toBeUndefined();
  });

  test.each(sampleQueries)('the sample query $name is within the limits', async ({ query, variables }) => {
    expect(await codeOf(query, variables)).toBeUndefined();
  });

  test('a mistake in a query is told as one', async () => {
    const answer = await service.graphql('{ reports { nodes { nothing } } }');
    expect(at(answer, 'errors', 0, 'message')).toEqual(expect.stringMatching(/^查询有误：.*nothing/));
  });

  test('an unexpected failure is masked, with the number under which it is in the log', async () => {
    const { manager } = service.database;
    const original = manager.query.bind(manager);
    manager.query = () => Promise.reject(new Error('password=secret'));
    try {
      const answer = await service.graphql('{ reports { nodes { id } } }');
      expect(at(answer, 'errors', 0)).toMatchObject({
        message: expect.stringContaining('编号'),
        extensions: { code: 'INTERNAL', requestId: expect.any(String) },
      });
      expect(JSON.stringify(answer)).not.toContain('secret');
    } finally {
      manager.query = original;
    }
  });
});
