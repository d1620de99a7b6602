import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importAgencies } from '../../src/filing/agencies/importAgencies.js';
import { form2021 } from '../../src/forms/2021.js';
import { draftOf, validValues } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { at, startTestServer, type Json, type TestServer } from '../support/server.js';
import { statementsOf } from '../support/statements.js';

let service: TestServer;
beforeAll(async () => {
  service = await startTestServer();
  // The first use of an administrator's token on a day is noted.
  await service.graphql('{ agencies(first: 1) { nodes { code } } }');
  const line = (code: string, parent: string | null) => ({ code, name: `${code}局`, aliases: [], parent });
  const parents = Array.from({ length: 200 }, (_, index) => `E${index}`);
  const below = parents
    .slice(0, 20)
    .flatMap((parent) => [line(`${parent}a`, parent), line(`${parent}b`, parent)]);
  await service.database.transaction((manager) =>
    importAgencies(manager, actor, [...parents.map((code) => line(code, null)), ...below], { update: false }),
  );
  await filingIn(service.database).importDrafts(
    parents.slice(0, 10).map((agency) => draftOf(form2021, validValues(form2021), { year: 2024, agency })),
  );
});
afterAll(() => service.close());

async function asked(query: string): Promise<{ count: number; answer: Json }> {
  let answer: Json = null;
  const statements = await statementsOf(service.database, async () => {
    answer = await service.graphql(query);
  });
  expect(at(answer, 'errors')).toBeUndefined();
  return { count: statements.length, answer };
}

describe('D8: what is asked of each of a list costs one query a type', () => {
  test('the agencies below 200 agencies', async () => {
    const children = 'children(first: 1) { totalCount nodes { code } pageInfo { hasNextPage } }';
    const { count, answer } = await asked(`{ agencies(first: 200) { nodes { code ${children} } } }`);
    expect(count).toBeLessThanOrEqual(6);
    const [first] = [at(answer, 'data', 'agencies', 'nodes', 0)];
    expect(first).toEqual({
      code: 'E0',
      children: { totalCount: 2, nodes: [{ code: 'E0a' }], pageInfo: { hasNextPage: true } },
    });
  });

  test('what each of ten reports was at a time, and how its cells came to their values', async () => {
    const time = 'at: "2100-01-01T00:00:00Z"';
    const fields = `asOf(${time}) { number } statusAt(${time}) cell(key: "fees.fees.amount") { history { version } }`;
    const { count, answer } = await asked(`{ reports(first: 10) { nodes { ${fields} } } }`);
    expect(count).toBeLessThanOrEqual(7);
    expect(at(answer, 'data', 'reports', 'nodes', 9)).toEqual({
      asOf: { number: 1 },
      statusAt: 'DRAFT',
      cell: { history: [{ version: 1 }] },
    });
  });

  test('the heads, versions and audit trails of ten reports, and how long these are', async () => {
    const trail = 'auditTrail(first: 1) { totalCount nodes { action report: version } }';
    const fields = `values findings { message } versions { number } steps { to } ${trail}`;
    const page = '{ reports(first: 10) { nodes { %s } } }';
    const all = await asked(page.replace('%s', fields));
    // The page, what a page is read with, and one query for each kind of thing that was asked of all.
    expect(all.count).toBeLessThanOrEqual(8);
    expect(at(all.answer, 'data', 'reports', 'nodes', 9)).toMatchObject({
      ...{ findings: [], versions: [{ number: 1 }], steps: [] },
      auditTrail: { totalCount: 1, nodes: [{ action: 'REPORT_IMPORTED', report: 1 }] },
    });
    // What a trail names is read for all of them at once, too.
    const heads = await asked('{ changes(first: 50) { nodes { report { version findings { message } } } } }');
    expect(heads.count).toBeLessThanOrEqual(6);
  });

  test('200 agencies that are brought in line with a table', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => ({
      ...{ code: `E${index}`, name: `${index}新局`, aliases: [], parent: index % 2 ? 'E0a' : null },
    }));
    let outcome: unknown;
    const statements = await statementsOf(service.database, async () => {
      outcome = await service.database.transaction((manager) =>
        importAgencies(manager, actor, lines, { update: true }),
      );
    });
    expect(outcome).toEqual({ registered: 0, changed: 200, known: 0, warnings: [] });
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(20);
    const { answer } = await asked('{ agency(code: "E199") { name aliases depth parent { code } } }');
    expect(at(answer, 'data', 'agency')).toEqual({
      ...{ name: '199新局', aliases: ['E199局'], depth: 3, parent: { code: 'E0a' } },
    });
  });
});
