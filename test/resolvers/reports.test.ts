import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOf } from '../../src/cells.js';
import { formForYear } from '../../src/forms/index.js';
import { shownValues, validValues } from '../support/drafts.js';
import { sampleCsv } from '../support/sampleFiles.js';
import { at, startTestServer, type Json, type TestServer } from '../support/server.js';

let service: TestServer;

const total = 'requests.received.total';

beforeAll(async () => {
  service = await startTestServer();
  await service.register('A1', '甲市教育局');
  await service.register('A2', '乙市财政局');
  await service.upload([
    { file: '1.csv', bytes: sampleCsv('甲市教育局', 2021) },
    { file: '2.csv', bytes: sampleCsv('甲市教育局', 2022, { [total]: '7' }) },
    { file: '3.csv', bytes: sampleCsv('乙市财政局', 2020) },
    { file: '4.csv', bytes: sampleCsv('乙市财政局', 2021) },
  ]);
});

afterAll(() => service.close());

async function data(query: string, variables: object = {}): Promise<Json | undefined> {
  const answer = await service.graphql(query, variables);
  expect(answer).not.toHaveProperty('errors');
  return at(answer, 'data');
}

async function errorCode(query: string, variables: object = {}): Promise<Json | undefined> {
  return at(await service.graphql(query, variables), 'errors', 0, 'extensions', 'code');
}

describe('report', () => {
  test('values gives every cell of the form as a decimal string', async () => {
    const form = formForYear(2021)!;
    const answer = await data('{ report(agency: "A1", year: 2021) { values } }');
    expect(at(answer, 'report', 'values')).toEqual(shownValues(form, validValues(form)));
  });

  test('values of some cells; those of another form are left out, unknown ones refused', async () => {
    const query = 'query ($keys: [CellKey!]) { report(agency: "A1", year: 2021) { values(keys: $keys) } }';
    const answer = await data(query, { keys: ['fees.fees.amount', 'fees.fees.change'] });
    expect(Object.keys(at(answer, 'report', 'values') as object)).toEqual(['fees.fees.amount']);
    expect(await errorCode(query, { keys: ['fees.fees.nothing'] })).toBe('CELL_UNKNOWN');
    expect(await errorCode(query, { keys: ['fees'] })).toBe('BAD_USER_INPUT');
  });

  test('tables hold every cell with value, raw text and place', async () => {
    const answer =
      await data(`{ report(agency: "A2", year: 2020) { form { id } tables { key columns { key unit }
      rows { key label group cells { key value raw at corrected row { key unit } column { key label unit } } } } } }`);
    const tables = at(answer, 'report', 'tables') as Json[];
    const cells = tables.flatMap((table) =>
      (at(table, 'rows') as Json[]).flatMap((row) => at(row, 'cells') as Json[]),
    );
    const form = formForYear(2020)!;
    expect(cells.map((cell) => at(cell, 'key'))).toEqual(cellsOf(form).map(({ key }) => key));
    expect(cells.length).toBe(198);
    for (const cell of cells)
      expect(cell).toMatchObject({
        raw: at(cell, 'value'),
        at: expect.stringMatching(/^[A-Z]+\d+$/),
        corrected: false,
      });
  });

  test('one table and one cell; null for what the form lacks', async () => {
    const answer = await data(`{ report(agency: "A1", year: 2021) {
      table(key: "remedies") { title rows { key } } none: table(key: "nothing") { key }
      cell(key: "${total}") { key value row { label } column { label unit } history { version before after } }
      missing: cell(key: "fees.fees.change") { key } } }`);
    expect(at(answer, 'report')).toMatchObject({
      table: { rows: [{ key: 'reconsideration' }, {}, {}] },
      none: null,
      cell: { key: total, column: { label: '总计', unit: '件' }, history: [{ version: 1, before: null }] },
      missing: null,
    });
  });

  test('findings say rule, both sides and cells, and can be asked for by severity', async () => {
    const answer = await data(`{ report(agency: "A1", year: 2022) { errorCount
      findings(severity: [ERROR]) { id severity rule { id basis } cells { key value } left right difference message text } } }`);
    const findings = at(answer, 'report', 'findings') as Json[];
    expect(findings.length).toBe(at(answer, 'report', 'errorCount'));
    expect(findings.map((finding) => at(finding, 'rule', 'id'))).toEqual(['R-BALANCE', 'R-APPLICANTS']);
    expect(findings[1]).toMatchObject({
      severity: 'ERROR',
      left: '7',
      text: null,
      message: expect.stringContaining('相差'),
    });
    expect(at(findings[1], 'cells', 0)).toEqual({ key: total, value: '7' });
    expect(new Set(findings.map((finding) => at(finding, 'id'))).size).toBe(2);
  });

  test('an unknown report, agency and form are null', async () => {
    expect(
      await data('{ report(agency: "A1", year: 1999) { id } agency(code: "x") { id } form(id: "x") { id } }'),
    ).toEqual({ report: null, agency: null, form: null });
  });

  test('forms and rules', async () => {
    const answer = await data(
      '{ forms { id cellCount tables { key cells { key } } } rules { id form { id } } rules2019: rules(form: "2019") { id } }',
    );
    expect(at(answer, 'forms')).toMatchObject([
      { id: '2019', cellCount: 198 },
      { id: '2021', cellCount: 200 },
    ]);
    const ids = (at(answer, 'rules') as Json[]).map((rule) => at(rule, 'id'));
    expect(ids).toEqual(expect.arrayContaining(['R-BALANCE', 'R-OUTCOMES', 'R-COMPLETE', 'R-PROCURE']));
    expect(await errorCode('{ rules(form: "1999") { id } }')).toBe('FORM_UNKNOWN');
  });
});

describe('lists', () => {
  const page = `query ($first: Int, $after: String, $orderBy: ReportOrder, $filter: ReportFilter) {
    reports(first: $first, after: $after, orderBy: $orderBy, filter: $filter) { totalCount
      edges { cursor node { agency { code } year } } nodes { year } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

  const names = (answer: Json | undefined) =>
    (at(answer, 'reports', 'edges') as Json[]).map(
      (edge) => `${String(at(edge, 'node', 'agency', 'code'))} ${String(at(edge, 'node', 'year'))}`,
    );

  test.each(['AGENCY', 'YEAR', 'CHANGED_DESC', 'ERRORS_DESC'])(
    'pages by %s give each report once',
    async (orderBy) => {
      const seen: string[] = [];
      let after: Json | undefined = null;
      do {
        const answer: Json | undefined = await data(page, { first: 1, after, orderBy });
        expect(at(answer, 'reports', 'totalCount')).toBe(4);
        expect(at(answer, 'reports', 'pageInfo', 'hasPreviousPage')).toBe(after !== null);
        seen.push(...names(answer));
        after = at(answer, 'reports', 'pageInfo', 'hasNextPage')
          ? at(answer, 'reports', 'pageInfo', 'endCursor')
          : undefined;
      } while (after !== undefined);
      expect([...seen].sort()).toEqual(['A1 2021', 'A1 2022', 'A2 2020', 'A2 2021']);
      if (orderBy === 'AGENCY') expect(seen).toEqual([...seen].sort());
      if (orderBy === 'ERRORS_DESC') expect(seen[0]).toBe('A1 2022');
    },
  );

  test.each<[object, string[]]>([
    [{ years: [2021] }, ['A1 2021', 'A2 2021']],
    [{ agencies: ['A2'] }, ['A2 2020', 'A2 2021']],
    [{ agencies: ['A2'], years: [2020] }, ['A2 2020']],
    [{ hasErrors: true }, ['A1 2022']],
    [{ statuses: ['DRAFT'], years: [2022] }, ['A1 2022']],
    [{ changedAfter: '2999-01-01T00:00:00Z' }, []],
    [{ years: [] }, []],
  ])('filter %j', async (filter, expected) => {
    const answer = await data(page, { filter });
    expect(names(answer)).toEqual(expected);
    expect(at(answer, 'reports', 'totalCount')).toBe(expected.length);
  });

  test('what cannot be asked for is refused, not ignored', async () => {
    expect(await errorCode(page, { first: 0 })).toBe('INVALID_REQUEST');
    expect(await errorCode(page, { first: 201 })).toBe('INVALID_REQUEST');
    expect(await errorCode(page, { after: 'nonsense' })).toBe('INVALID_REQUEST');
  });

  test('under an agency: its own reports and those of everything below it', async () => {
    const codes = async (under: string) => {
      const answer = await data(`{ reports(filter: { under: "${under}" }) { nodes { agency { code } } } }`);
      return new Set(at(answer, 'reports', 'nodes') as { agency: { code: string } }[]).size;
    };
    expect(await codes('A1')).toBeGreaterThan(0);
    expect(await codes('nobody')).toBe(0);
  });

  test('findings of all reports, with their report and cells', async () => {
    const answer = await data(`{ findings(filter: { severities: [ERROR] }) { totalCount
      nodes { rule { id } report { year agency { code } values(keys: ["${total}"]) findings { id } } cells { key value at } } } }`);
    expect(at(answer, 'findings', 'totalCount')).toBe(2);
    expect(at(answer, 'findings', 'nodes', 1)).toMatchObject({
      rule: { id: 'R-APPLICANTS' },
      report: { year: 2022, agency: { code: 'A1' }, values: { [total]: '7' } },
      cells: expect.arrayContaining([expect.objectContaining({ key: total, value: '7' })]),
    });
    const none = await data('{ findings(filter: { rules: ["R-REMEDIES"] }) { nodes { id } totalCount } }');
    expect(at(none, 'findings')).toEqual({ nodes: [], totalCount: 0 });
  });

  test('agencies by code and by part of a name', async () => {
    const answer = await data('{ agencies(filter: { search: "财政" }) { nodes { code name } totalCount } }');
    expect(at(answer, 'agencies')).toEqual({ nodes: [{ code: 'A2', name: '乙市财政局' }], totalCount: 1 });
  });

  test('the audit trail of a report and of everything', async () => {
    const answer =
      await data(`{ report(agency: "A1", year: 2022) { auditTrail { totalCount nodes { action version changes { key version } hash } } }
      auditTrail(filter: { report: { agency: "A1", year: 2022 } }) { totalCount }
      byKey: auditTrail(filter: { agency: "A1", key: "${total}" }) { nodes { action } }
      registered: auditTrail(filter: { actions: [AGENCY_REGISTERED] }) { nodes { action } } }`);
    expect(at(answer, 'report', 'auditTrail')).toMatchObject({
      totalCount: 1,
      nodes: [{ action: 'REPORT_IMPORTED', version: 1 }],
    });
    expect(at(answer, 'auditTrail', 'totalCount')).toBe(1);
    expect((at(answer, 'registered', 'nodes') as Json[]).length).toBe(2);
  });
});

describe('how much is read', () => {
  async function statements(query: string): Promise<string[]> {
    const asked: string[] = [];
    const { manager } = service.database;
    const original = manager.query.bind(manager);
    manager.query = (async (sql: string, parameters?: unknown[]) => {
      // Who asks is looked up before every request.
      if (!/ FROM token /.test(sql)) asked.push(sql);
      return original(sql, parameters);
    }) as typeof manager.query;
    try {
      await data(query);
    } finally {
      manager.query = original;
    }
    return asked;
  }

  test('values is one query that touches neither raw texts nor places', async () => {
    const asked = await statements('{ report(agency: "A1", year: 2021) { version values } }');
    expect(asked.length).toBe(1);
    expect(asked[0]).not.toMatch(/raws|places|findings|sections/);
  });

  test('a report with all its tables is one query', async () => {
    const query =
      '{ report(agency: "A1", year: 2021) { findings { message cells { at } } tables { rows { cells { value raw at } } } } }';
    expect((await statements(query)).length).toBe(1);
  });

  test('a list costs one query a type, also through fragments', async () => {
    const query = `{ reports { nodes { ...all } } } fragment all on Report { values versions { createdAt number values } findings { rule { id } } }`;
    expect((await statements(query)).length).toBeLessThanOrEqual(3);
  });
});
