import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { cellsOf, formatValue } from '../../src/cells.js';
import { createToken } from '../../src/filing/tokens/tokens.js';
import { form2019 } from '../../src/forms/2019.js';
import { form2021 } from '../../src/forms/2021.js';
import { readDocumentFile } from '../support/readDocuments.js';
import { draftOf, validValues, withCells } from '../support/drafts.js';
import { actor, filingIn } from '../support/filing.js';
import { registerTree } from '../support/registerTree.js';
import { at, json, startTestServer, type TestServer } from '../support/server.js';

let service: TestServer;

beforeAll(async () => {
  service = await startTestServer();
  await registerTree(service.database, {
    P: { name: '鼎城省', consolidates: true },
    A: { parent: 'P', name: '甲<局>' },
    B: { parent: 'P', name: '乙市水利局' },
    C: { parent: 'P', name: '丙市林业局' },
    F: { name: '己市文物局' },
  });
  const filing = filingIn(service.database);
  await filing.importDrafts([
    draftOf(form2021, withCells(form2021, validValues(form2021, 1), { 'fees.fees.amount': '25.1' }), {
      year: 2023,
      agency: 'A',
    }),
    draftOf(form2021, withCells(form2021, validValues(form2021, 2), { 'fees.fees.amount': null }), {
      year: 2024,
      agency: 'A',
    }),
    draftOf(form2021, validValues(form2021, 3), { year: 2024, agency: 'B' }),
    draftOf(form2019, validValues(form2019, 4), { year: 2020, agency: 'B' }),
    draftOf(form2021, validValues(form2021, 5), { year: 2021, agency: 'B' }),
    draftOf(form2021, validValues(form2021, 6), { year: 2024, agency: 'P' }),
  ]);
});
afterAll(() => service.close());

const page = async (path: string) => {
  const answer = await service.fetch(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text;
};

/** The lines of the tables of a page, each as the texts of its cells. */
function linesOf(html: string): string[][] {
  return [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, line = '']) =>
    [...line.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, text = '']) => text),
  );
}

const documents = [
  '/comparisons/A/2023-2024',
  '/comparisons/B/2020-2021',
  '/summaries/P/2024',
  '/overviews/P/2023-2024',
  '/overviews/P/2024',
];

describe('two years of an agency', () => {
  test('stand beside each other, each number with what changed', async () => {
    const html = await page('/comparisons/A/2023-2024.html');
    const { compare } = (await compared('A', [2023, 2024])).data;
    const lines = linesOf(html);
    for (const { key, row, column, values } of compare.rows.filter(({ key }) => key.endsWith('.total'))) {
      const [before, now] = values;
      expect(lines).toContainEqual([
        key.startsWith('requests.') ? row : `${row}·${column}`,
        '件',
        before?.value ?? '—',
        now?.value ?? '—',
        now?.difference ?? '—',
        now?.percentage ?? '—',
      ]);
    }
    expect(lines).toContainEqual(['行政事业性收费', '万元', '25.1', '—', '—', '—']);
    expect(html).toContain('甲&lt;局&gt;2023、2024年政府信息公开工作年度报告比较');
  });

  test('a year without a report is said, and numbers that cannot be compared say why', async () => {
    const html = await page('/comparisons/B/2023-2024.html');
    expect(html).toContain('2023年度没有报告');
    const across = await page('/comparisons/B/2020-2021.html');
    expect(across).toContain('是两个不同的数，不能相比');
    const whole = linesOf(across).find(([label]) => label === '（六）其他处理');
    const { compare } = (await compared('B', [2020, 2021])).data;
    const row = compare.rows.find(({ key }) => key === 'requests.otherHandling.total');
    expect(whole?.slice(2, 4)).toEqual(row?.values.map(({ value }) => value));
  });
});

test('a roll-up is printed in the tables of the form, with who is missing and where its report differs', async () => {
  const html = await page('/summaries/P/2024.html');
  expect(html).toContain('应报 3 个机关，有报告 2 个，没有报告 1 个');
  expect(html).toContain('各报告共有 1 格空白');
  expect(html).toContain('丙市林业局（C）');
  const filing = filingIn(service.database);
  const reports = await Promise.all(['A', 'B'].map((code) => filing.report(code, 2024)));
  const texts = linesOf(html).flat();
  for (const { column, position } of cellsOf(form2021)) {
    const sum = reports.reduce((total, { values }) => total + (values[position] ?? 0n), 0n);
    expect(texts).toContain(formatValue(column, sum));
  }
  expect(html).toContain('差额表');
});

test('an overview has for each cell its groups, shares, ranks and changes', async () => {
  const html = await page('/overviews/P/2023-2024.html?by=level&keys=requests.received.total');
  const answer = await service.graphql(
    `{ overview(agency: "P", fromYear: 2023, toYear: 2024, by: LEVEL, keys: ["requests.received.total"]) {
        total { values { value share difference percentage } } } }`,
  );
  const years = at(answer, 'data', 'overview', 'total') as { values: Record<string, string | null>[] }[];
  const [before, now] = years.map(({ values }) => values[0]);
  expect(linesOf(html)).toContainEqual([
    '合计',
    before?.['value'],
    now?.['value'],
    now?.['share'],
    '—',
    now?.['difference'],
    now?.['percentage'],
  ]);
  expect(html.match(/<svg /g)).toHaveLength(1);
});

test.each(documents)(
  '%s has its plots drawn in both formats, and its numbers are in its tables',
  async (path) => {
    const html = await page(`${path}.html`);
    const plots = [...html.matchAll(/<svg .*?<\/svg>/gs)].map(([svg]) => svg);
    expect(plots.length).toBeGreaterThan(0);
    const cells = new Set(linesOf(html).flat());
    for (const plot of plots) {
      expect(plot).toMatch(/role="img" aria-labelledby="plot\d+"/);
      expect(plot).toContain('<rect');
    }
    expect(html).not.toMatch(/<script|style="|https?:\/\/(?!www\.w3\.org)/);
    const answer = await fetch(`${service.address}${path}.docx`, {
      headers: { Authorization: `Bearer ${service.token}` },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { reports, format } = await readDocumentFile(bytes, '分析.docx');
    expect(format).toBe('docx');
    // The names of the parts of a package stand in it as they are.
    expect(bytes.toString('latin1').match(/word\/charts\/chart\d+\.xml/g)?.length).toBe(2 * plots.length);
    expect(reports.length).toBeLessThan(2);
    expect(cells.size).toBeGreaterThan(10);
  },
);

test('what cannot be asked is refused with its code', async () => {
  for (const [path, code] of [
    ['/comparisons/A/2024-2023.html', 'INVALID_REQUEST'],
    ['/comparisons/A/2010-2024.html', 'FORM_UNKNOWN'],
    ['/comparisons/NONE/2023-2024.html', 'AGENCY_UNKNOWN'],
    ['/comparisons/A/2023-2024.pdf', 'NOT_FOUND'],
    ['/overviews/P/2024.odt', 'NOT_FOUND'],
    ['/overviews/P/2024.html?by=colour', 'INVALID_REQUEST'],
    ['/overviews/P/2024.html?keys=no.such.cell', 'CELL_UNKNOWN'],
    ['/summaries/P/2024.pdf', 'NOT_FOUND'],
  ] as const)
    expect([path, at(json(await service.fetch(path)), 'code')]).toEqual([path, code]);
});

test('outside the scope an agency is as unknown as one that is not there', async () => {
  const { token } = await service.database.transaction((manager) =>
    createToken(manager, actor, { name: '己', role: Role.READER, scope: 'F', expiresAt: null }),
  );
  const headers = { Authorization: `Bearer ${token}` };
  for (const path of ['/comparisons/A/2023-2024.html', '/overviews/P/2024.docx', '/summaries/P/2024.docx'])
    expect((await service.fetch(path, { headers })).status).toBe(404);
  expect((await service.fetch('/overviews/F/2024.html', { headers })).status).toBe(200);
});

interface Compared {
  readonly data: {
    readonly compare: {
      readonly rows: readonly {
        readonly key: string;
        readonly row: string;
        readonly column: string;
        readonly values: readonly {
          readonly value: string | null;
          readonly difference: string | null;
          readonly percentage: string | null;
        }[];
      }[];
    };
  };
}

async function compared(agency: string, years: readonly number[]): Promise<Compared> {
  const answer: unknown = await service.graphql(
    `query ($agency: String!, $years: [Int!]!) { compare(agency: $agency, years: $years) {
       rows { key row column values { value difference percentage } } } }`,
    { agency, years },
  );
  return answer as Compared;
}
