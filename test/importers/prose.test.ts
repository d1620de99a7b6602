import { describe, expect, test } from 'vitest';
import { draftReports } from '../../importers/draft/draftReports.js';
import { readFile } from '../../importers/worker/readFile.js';
import { exportCsv } from '../../src/exports/data/exportCsv.js';
import { exportJson } from '../../src/exports/data/exportJson.js';
import { blankWorkbook, exportWorkbook } from '../../src/exports/printed/writeWorkbook.js';
import { checkFile } from '../../src/filing/judging/checkDocument.js';
import { form2021 } from '../../src/forms/2021.js';
import { distinctNumbers, printedReport, savedAsText, sheet, type Written } from '../support/grids.js';
import { validValues } from '../support/drafts.js';
import type { ExportedReport } from '../../src/exports/printed/ExportedReport.js';

const numbers = distinctNumbers(form2021);
const titles = form2021.sections.map(({ numeral, title }) => `${numeral}、${title}`);
const [overview, proactive, , , problems, otherMatters] = titles as [
  string,
  string,
  string,
  string,
  string,
  string,
];
const title = '某市某局2024年政府信息公开工作年度报告';

/** The stacked report with lines of prose behind some of its lines; '' stands for the top. */
function written(behind: Readonly<Record<string, readonly string[]>>): Written[][] {
  const rows = printedReport(form2021, (key) => numbers.get(key) ?? null, title);
  const top = (behind[''] ?? []).map((line): Written[] => [line]);
  return [
    ...top,
    ...rows.flatMap((row) => [
      row,
      ...(behind[String(row.find((cell) => cell !== null) ?? '')] ?? []).map((line): Written[] => [line]),
    ]),
  ];
}

function draft(rows: Written[][], asText = false) {
  const text = rows
    .map((row) =>
      row
        .map((cell) => cell ?? '')
        .join('\t')
        .replace(/\t+$/, ''),
    )
    .join('\n');
  const { reports } = draftReports([asText ? savedAsText(text) : sheet(rows)], { blanksAreZero: false });
  const [report] = reports;
  if (!report) throw new Error('no report was read');
  return report;
}

describe('headings', () => {
  test('each as printed, in the order of the file', () => {
    expect(draft(written({})).headings).toEqual(titles);
  });

  test('one that stands twice is there twice, with the marks of the file', () => {
    const rows = written({ [overview]: ['统计期限见各表。', `## ${overview}`, '总的情况。'] });
    expect(draft(rows, true).headings).toEqual([overview, `## ${overview}`, ...titles.slice(1)]);
  });

  test.each([
    ['二、主动公开政府信息公开情况', 1],
    ['五、政府信息公开工作存在的主要问题及改进情况', 4],
    ['六、政府信息公开收费及减免情况', 5],
    ['主动公开政府信息情况', 1],
    // A wrong numeral.
    ['六、存在的主要问题及改进情况', 4],
  ])('“%s” counts', (heading, place) => {
    const rows = written({}).map((row) => (row[0] === titles[place] ? [heading] : row));
    const report = draft(
      rows.flatMap((row) => (row[0] === heading ? [row, ['写在这里。']] : [row])),
      true,
    );
    expect(report.headings).toEqual(titles.map((each, index) => (index === place ? heading : each)));
  });

  test('a table of contents and the head of a table that goes on are none', () => {
    const rows = written({ [title]: ['目录', ...titles.map((each, page) => `${each} ${page + 1}`)] });
    const at = rows.findIndex((row) => row.includes('（七）总计'));
    rows.splice(at, 0, [`${titles[2]}（续）`]);
    expect(draft(rows).headings).toEqual(titles);
  });

  test('rows of the tables and paragraphs are none', () => {
    const rows = written({ [problems]: ['一、公开不够及时。', '二、人手不足。'] });
    expect(draft(rows).headings).toEqual(titles);
  });
});

describe('what the form has in place of text', () => {
  test('is no text where it was left, and no statement of the fee', () => {
    const left = ['（文字描述）'];
    const fee = ['（文字描述，收取信息处理费情况在此处报告。）'];
    const report = draft(written({ [overview]: left, [problems]: ['人手不足。'], [otherMatters]: fee }));
    expect(report.sections.map(({ id, text }) => [id, text])).toEqual([['problems', '人手不足。']]);
  });
});

describe('prose before the first heading', () => {
  const preamble = ['本报告所列数据的统计期限为2024年1月1日至2024年', '12月31日。'];

  test('belongs to 一', () => {
    const report = draft(written({ [title]: preamble, [overview]: ['总的情况。'] }), true);
    expect(report.sections.find(({ id }) => id === 'overview')?.text).toBe(
      [...preamble, '总的情况。'].join('\n'),
    );
  });

  test('units and names above the tables are no prose', () => {
    const report = draft(written({ [title]: ['填报单位：某市某局', '单位：件、万元'] }));
    expect(report.sections).toEqual([]);
  });
});

describe('the day of a report', () => {
  test.each<[string, Record<string, string[]>, string | null]>([
    ['at the end', { [otherMatters]: ['无。', '2025年1月12日'] }, '2025-01-12'],
    ['at the end, signed', { [otherMatters]: ['无。', '某市某局', '二〇二五年一月十二日'] }, '2025-01-12'],
    ['under the title', { [title]: ['（2025年1月12日）'] }, '2025-01-12'],
    ['over the title', { '': ['发布时间：2025-01-12 10:20 来源：某市某局'] }, '2025-01-12'],
    [
      'the end counts before the title',
      { [title]: ['发布日期：2025-01-20'], [otherMatters]: ['无。', '2025年1月12日'] },
      '2025-01-12',
    ],
    ['not in a sentence', { [otherMatters]: ['本年度截至2024年12月31日没有收费。'] }, null],
    [
      'not where a conversion broke a sentence',
      {
        [title]: [
          '本报告由办公室编制，所列数据的统计期限自2024年1月1日起至',
          '2024年12月31日',
          '，全文见网站。',
        ],
      },
      null,
    ],
    ['not in the middle', { [proactive]: ['2024年6月1日', '见下表'] }, null],
    ['not one that does not exist', { [otherMatters]: ['无。', '2025年2月30日'] }, null],
    ['none', {}, null],
  ])('%s', (_name, behind, expected) => {
    expect(draft(written(behind)).datedOn).toBe(expected);
    expect(draft(written(behind), true).datedOn).toBe(expected);
  });
});

describe('exports', () => {
  const sections = [
    { id: 'overview', title: overview, text: '统计期限见说明。\n总的情况。' },
    { id: 'otherMatters', title: otherMatters, text: '没有收取信息处理费。\n2025年1月12日' },
  ];
  const report: ExportedReport = {
    form: form2021,
    values: validValues(form2021),
    agencyName: '某市某局',
    agencyCode: 'A1',
    year: 2024,
    version: 1,
    sections,
    headings: [overview, ...titles],
    datedOn: '2025-01-12',
  };

  test('JSON keeps headings and day as they were printed', async () => {
    const { reports } = await readFile(Buffer.from(exportJson(report)), '报告.json', {
      blanksAreZero: false,
    });
    expect(reports[0]).toMatchObject({ sections, headings: report.headings, datedOn: '2025-01-12' });
    const older = JSON.parse(exportJson(report)) as Record<string, unknown>;
    delete older['headings'];
    delete older['datedOn'];
    const again = await readFile(Buffer.from(JSON.stringify(older)), '报告.json', { blanksAreZero: false });
    expect(again.reports[0]).toMatchObject({ sections, headings: [], datedOn: null });
  });

  test('a workbook and a CSV print the headings of the form and what stands in the prose', async () => {
    for (const [name, bytes] of [
      ['报告.xlsx', await exportWorkbook(report)],
      ['报告.csv', Buffer.from(exportCsv(report))],
    ] as const) {
      const { reports } = await readFile(bytes, name, { blanksAreZero: false });
      expect(reports[0]).toMatchObject({ sections, headings: titles, datedOn: '2025-01-12' });
    }
  });

  test('where there is no prose, no rule about it finds anything', async () => {
    const files = [
      await blankWorkbook(form2021, { agencyName: '某市某局', year: 2024 }),
      await exportWorkbook({ ...report, sections: [] }),
    ];
    for (const bytes of files) {
      const draft = await readFile(bytes, '年报.xlsx', { blanksAreZero: true });
      const [document] = checkFile('年报.xlsx', draft).reports;
      expect(document?.findings.filter(({ rule }) => rule.startsWith('P-'))).toEqual([]);
    }
  });
});
