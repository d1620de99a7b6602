import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSchema } from '../../resolvers/schema/buildSchema.js';
import { importAgencies } from '../../src/filing/agencies/importAgencies.js';
import { form2021 } from '../../src/forms/2021.js';
import { draftOf, validValues } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { at, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;
beforeAll(async () => {
  service = await startTestServer();
  const codes = Array.from({ length: 11 }, (_, index) => `E${String(index).padStart(2, '0')}`);
  await service.database.transaction((manager) =>
    importAgencies(
      manager,
      actor,
      codes.map((code) => ({ code, name: `${code}局`, aliases: [], parent: code === 'E00' ? null : 'E00' })),
      { update: false },
    ),
  );
  const unbalanced = validValues(form2021).map((value, index) => (index === 10 ? 3n : value));
  await filingIn(service.database).importDrafts(
    codes.map((agency) => draftOf(form2021, unbalanced, { year: 2024, agency })),
  );
});
afterAll(() => service.close());

/** Every list that is read page by page, as one asks for a piece of it. */
const lists: Readonly<Record<string, readonly [(piece: string) => string, ...(string | number)[]]>> = {
  agencies: [(piece) => `agencies(${piece})`, 'agencies'],
  'agencies below one': [(piece) => `agency(code: "E00") { children(${piece})`, ...['agency', 'children']],
  reports: [(piece) => `reports(${piece})`, 'reports'],
  'reports by errors': [(piece) => `reports(orderBy: ERRORS_DESC, ${piece})`, 'reports'],
  'reports by change': [(piece) => `reports(orderBy: CHANGED_DESC, ${piece})`, 'reports'],
  findings: [(piece) => `findings(${piece})`, 'findings'],
  auditTrail: [(piece) => `auditTrail(${piece})`, 'auditTrail'],
  changes: [(piece) => `changes(${piece})`, 'changes'],
  reminders: [(piece) => `reminders(agency: "E00", year: 2024, ${piece})`, 'reminders'],
  'the trail of a report': [
    (piece) => `report(agency: "E03", year: 2024) { auditTrail(${piece})`,
    ...['report', 'auditTrail'],
  ],
};

interface Piece {
  readonly cursors: readonly string[];
  readonly nodes: Json | undefined;
  readonly info: Json | undefined;
}

async function pieceOf(name: string, piece: string): Promise<Piece> {
  const [query, ...path] = lists[name] ?? [];
  const asked = query?.(piece) ?? '';
  const ends = asked.includes('{') ? ' }' : '';
  const fields =
    'edges { cursor } nodes { __typename } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
  const answer = await service.graphql(`{ ${asked} { ${fields} }${ends} }`);
  expect(at(answer, 'errors')).toBeUndefined();
  const list = at(answer, 'data', ...path);
  const edges = at(list, 'edges');
  return {
    cursors: (Array.isArray(edges) ? edges : []).map((edge) => String(at(edge, 'cursor'))),
    nodes: at(list, 'nodes'),
    info: at(list, 'pageInfo'),
  };
}

describe('a list read from its end is the list', () => {
  test.each(Object.keys(lists))('%s', async (name) => {
    const { cursors: all } = await pieceOf(name, 'first: 200');
    const pieces: string[][] = [];
    let before = '';
    for (;;) {
      const { cursors, info } = await pieceOf(name, `last: 4${before}`);
      pieces.unshift([...cursors]);
      expect(info).toMatchObject({ hasNextPage: before !== '', startCursor: cursors.at(0) ?? null });
      if (at(info, 'hasPreviousPage') !== true) break;
      before = `, before: "${String(at(info, 'startCursor'))}"`;
    }
    expect(pieces.flat()).toEqual(all);
    // What stands between two.
    const [from, , , to] = all;
    if (from === undefined || to === undefined) return;
    const between = await pieceOf(name, `first: 200, after: "${from}", before: "${to}"`);
    expect(between.cursors).toEqual(all.slice(1, 3));
    expect(between.info).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect((await pieceOf(name, `last: 1, after: "${from}", before: "${to}"`)).cursors).toEqual([all[2]]);
  });
});

test('every connection takes the four arguments of a page', async () => {
  const schema = await buildSchema();
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .filter(({ type }) => /Connection!?$/.test(String(type)));
  expect(fields.length).toBeGreaterThan(15);
  for (const { args } of fields)
    expect(args.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['first', 'after', 'last', 'before']),
    );
});

describe('a page that cannot be is refused by its argument', () => {
  test.each([
    ['first: 0', 'first'],
    ['first: -1', 'first'],
    ['first: 201', 'first'],
    ['last: 0', 'last'],
    ['last: -5', 'last'],
    ['last: 201', 'last'],
    ['first: 3, last: 3', 'last'],
    ['before: "x"', 'before'],
    ['last: 2, before: "WzFd.*"', 'before'],
    ['after: "bm90IGpzb24"', 'after'],
  ])('%s', async (piece, argument) => {
    const answer = await service.graphql(`{ reports(${piece}) { totalCount } agencies { totalCount } }`);
    expect(at(answer, 'errors', 0, 'extensions', 'code')).toBe('INVALID_REQUEST');
    expect(String(at(answer, 'errors', 0, 'message'))).toContain(argument);
    expect(at(answer, 'data')).toEqual({ reports: null, agencies: { totalCount: 11 } });
  });

  test('more than an answer may hold, also from the end', async () => {
    const query = '{ reports(last: 200) { nodes { tables { rows { cells { history { key } } } } } } }';
    expect(at(await service.graphql(query), 'errors', 0, 'extensions', 'code')).toBe('QUERY_TOO_LARGE');
  });
});

test('a report and its versions, a finding now and at import are asked alike', async () => {
  const content =
    'fragment Content on ReportContent { values(keys: ["fees.fees.amount"]) table(key: "fees") { title } }';
  const found = 'fragment Found on Found { ruleId severity cellKeys message }';
  const answer = await service.graphql(
    `{ report(agency: "E01", year: 2024) { ...Content versions { ...Content } findings { ...Found rule { id } cells { key } } } }
     ${content} ${found}`,
  );
  expect(at(answer, 'errors')).toBeUndefined();
  const report = at(answer, 'data', 'report');
  expect(at(report, 'versions', 0)).toEqual({ values: at(report, 'values'), table: at(report, 'table') });
  const finding = at(report, 'findings', 0);
  expect(at(finding, 'ruleId')).toBe(at(finding, 'rule', 'id'));
  expect(at(finding, 'cellKeys', 0)).toBe(at(finding, 'cells', 0, 'key'));
});
