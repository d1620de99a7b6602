import { describe, expect, test } from 'vitest';
import type { Grid } from '../../importers/reading/grid.js';
import { limits } from '../../importers/files/limits.js';
import { readFile } from '../../importers/worker/readFile.js';
import { webPageGrids } from '../../importers/webPages/webPageGrids.js';
import { formById } from '../../src/forms/index.js';
import { distinctNumbers, printedReport } from '../support/grids.js';

const grids = (html: string): readonly Grid[] => webPageGrids(html, limits.report);

/** What stands in the cells of the tables of a page. */
function cells(html: string): unknown[] {
  return grids(html)
    .filter(({ kind }) => kind === 'sheet')
    .flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.cells.map(({ at, text, number, leftOut = [] }) => [at, text, number, ...leftOut]),
      ),
    );
}

const inCell = (content: string, attributes = '') =>
  `<table><tr><td ${attributes}>${content}</td></tr></table>`;

describe('what a cell of a web page says', () => {
  test.each([
    ['a number Excel stored', inCell('73.21', 'x:num="73.2051"'), ['A1', '73.21', '73.2051']],
    ['a text that is the number', inCell('3,089', 'x:num'), ['A1', '3,089', '3089']],
    [
      'a number LibreOffice stored',
      inCell('73', 'sdval="73.2051" sdnum="1033;0;0"'),
      ['A1', '73', '73.2051'],
    ],
    [
      'a number of an online table',
      inCell('73', `data-sheets-value='{"1":3,"3":73.2051}'`),
      ['A1', '73', '73.2051'],
    ],
    ['a text of an online table', inCell('73', `data-sheets-value='{"1":2,"2":"73"}'`), ['A1', '73', null]],
    ['a text that Excel calls one', inCell('0012', 'x:str x:num="12"'), ['A1', '0012', null]],
    ['an attribute that is no number', inCell('12', 'x:num="twelve"'), ['A1', '12', null]],
    ['a footnote mark', inCell('3089<sup>1</sup>'), ['A1', '3089', null, 'superscript']],
    [
      'a footnote mark by style',
      inCell('3<span style="vertical-align: super">1</span>'),
      ['A1', '3', null, 'superscript'],
    ],
    ...['<small>1</small>', '<font size="1">1</font>', '<span style="font-size: 60%">1</span>'].map(
      (mark): [string, string, unknown[]] => [
        `smaller digits on the line, which are no part of it for certain: ${mark}`,
        inCell(`3089${mark}`),
        ['A1', '3089\n1', null],
      ],
    ),
    [
      'digits of two sizes close to each other',
      inCell('<span style="font-size: 16px">30<span style="font-size: 14px">89</span></span>'),
      ['A1', '3089', null],
    ],
    ['nothing but small print', inCell('<sub>3089</sub>'), ['A1', '3089', null]],
    [
      'what was struck out',
      inCell('<s>25</s><del>3</del><strike>4</strike>118'),
      ['A1', '118', null, 'struck'],
    ],
    [
      'struck out by style',
      inCell('<b style="text-decoration:underline line-through">25</b>118'),
      ['A1', '118', null, 'struck'],
    ],
    [
      'struck out by class',
      `<style>.x{text-decoration-line:line-through}</style>${inCell('<b class="y x">25</b>118')}`,
      ['A1', '118', null, 'struck'],
    ],
    [
      'a whole cell struck out',
      inCell('118', 'style="text-decoration:line-through" x:num="118"'),
      ['A1', '', null, 'struck'],
    ],
    [
      'hidden text',
      inCell('118<span style="display:none">0</span><i hidden>1</i><b style="mso-hide:all">2</b>'),
      ['A1', '118', null, 'hidden'],
    ],
    [
      'styles for paper only',
      `<style>@media print{.x{display:none}} .z{color:red}</style>${inCell('<b class="x">118</b>')}`,
      ['A1', '118', null],
    ],
    ...[
      'vertical-align:5pt;font-size:6pt',
      'vertical-align:40%;font-size:60%',
      'vertical-align:top;font-size:9px',
      'position:relative;top:-4.0pt;mso-text-raise:4.0pt',
      'position:relative;top:-0.5em;font-size:60%',
    ].map((look): [string, string, unknown[]] => [
      `lifted from its line: ${look}`,
      inCell(`118<span style="${look}">8</span>`),
      ['A1', '118', null, 'superscript'],
    ]),
    ...[
      'display:inline-block;width:0;overflow:hidden',
      'height:0;overflow:hidden',
      'color:rgba(0,0,0,0)',
      'color:#00000000',
      'display:inline-block;transform:scale(0)',
      'position:absolute;left:-99em',
      'opacity:0.0',
    ].map((look): [string, string, unknown[]] => [
      `out of sight: ${look}`,
      inCell(`118<span style="${look}">8</span>`),
      ['A1', '118', null, 'hidden'],
    ]),
    ['half seen', inCell('11<span style="opacity:0.8;color:rgba(9,9,9,0.9)">8</span>'), ['A1', '118', null]],
    ['aligned in its cell', inCell('118', 'style="vertical-align:top;font-size:9pt"'), ['A1', '118', null]],
    [
      'what opens on a click',
      inCell('118<details><summary></summary>8</details>'),
      ['A1', '118', null, 'hidden'],
    ],
    [
      'styles of other parts of the page',
      `<style>.menu span, li:hover b{display:none} td > i{display:none}</style>${inCell('1<span>1</span><b>8</b><i>9</i>')}`,
      ['A1', '118', null, 'hidden'],
    ],
    [
      'styles for a narrow screen, and for a screen',
      `<style>@media (max-width:600px){b{display:none}} @media screen and (min-width:768px){i{display:none}}</style>${inCell('11<b>8</b><i>9</i>')}`,
      ['A1', '118', null, 'hidden'],
    ],
    ['references', inCell('&#51;0&#x38;9&nbsp;&ensp;'), ['A1', '3089 \u2002', null]],
    ['two lines', inCell('12<br>34'), ['A1', '12\n34', null]],
    ['two paragraphs', inCell('<p>12</p><p>34</p>'), ['A1', '12\n34', null]],
    ['a number in parts', inCell('<font>30</font><font>89</font>'), ['A1', '3089', null]],
    ['a field', inCell('<input value="3089"><input type="hidden" value="1">'), ['A1', '3089', null]],
    ['a choice', inCell('<select><option>1<option selected>2</select>'), ['A1', '2', null]],
    ['scripts and comments', inCell('<!-- 9 --><script>"</td>"</script>118'), ['A1', '118', null]],
  ])('%s', (_, html, expected) => {
    expect(cells(html)).toEqual([expected]);
  });
});

test('a small table inside a cell of a table is the text of that cell', () => {
  const html = '<table><tr><td><table><tr><td>12<td>34</table><td>5<td>6<td>7</table>';
  expect(cells(html)[0]).toEqual(['A1', '12\n34', null]);
});

describe('where a cell stands', () => {
  test.each([
    ['3px', ['A1', 'D1']],
    ['"2.9"', ['A1', 'C1']],
    ['many', ['A1', 'B1']],
    ['-4', ['A1', 'B1']],
    ['0', ['A1', 'B1']],
    ['99999999999999999999', ['A1', 'ALM1']],
  ])('colspan=%s', (colspan, expected) => {
    const html = `<table><tr><td colspan=${colspan}>a<td>b</table>`;
    expect(cells(html).map((cell) => (cell as string[])[0])).toEqual(expected);
  });

  test('rows that reach down, to the end of the table too, and tags left open', () => {
    const html = '<table><tr><td rowspan=2>a<td>b<tr><td>c<tr><td rowspan=0>d<td>e<tr><td>f</table>';
    expect(cells(html)).toEqual([
      ['A1', 'a', null],
      ['B1', 'b', null],
      ['B2', 'c', null],
      ['A3', 'd', null],
      ['B3', 'e', null],
      ['B4', 'f', null],
    ]);
  });

  test('a cell that is not shown takes no place', () => {
    expect(cells('<table><tr><td style="display: none">a<td>b</table>')).toEqual([['A1', 'b', null]]);
  });

  test('a table that arranges the page is none; text and tables come in their order', () => {
    const html =
      '<table><tr><td>菜单<td><h1>标题</h1>甲<table><tr><td>1<td>2<tr><td>3</table>乙<table><tr><td>4<td>5</table></table>';
    expect(
      grids(html).flatMap(({ rows }) => rows.map((row) => row.cells.map(({ at, text }) => `${at} ${text}`))),
    ).toEqual([
      ['第1行 菜单'],
      ['第2行 标题'],
      ['第3行 甲'],
      ['表1!A1 1', '表1!B1 2'],
      ['表1!A2 3'],
      ['第4行 乙'],
      ['表2!A1 4', '表2!B1 5'],
    ]);
  });
});

test('what a tracked change put in and took away is as if it were accepted, and told', async () => {
  const form = formById('2021')!;
  const numbers = distinctNumbers(form);
  const key = 'requests.received.naturalPerson';
  const number = String(numbers.get(key));
  const rows = printedReport(form, (cell) => numbers.get(cell) ?? null);
  const html = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell ?? ''}</td>`).join('')}</tr>`).join('');
  const tracked = html.replace(`<td>${number}</td>`, `<td><del>99</del><ins>${number}</ins></td>`);
  expect(tracked).not.toBe(html);
  const page = `<!doctype html><h1>某市某局2024年政府信息公开工作年度报告</h1><table>${tracked}</table>`;
  const { problems, reports } = await readFile(Buffer.from(page), '年报.html', { blanksAreZero: false });
  expect(reports[0]?.cells[key]?.value).toBe(number);
  expect(problems.map(({ code, message }) => [code, message.split('：')[1]])).toContainEqual([
    'TRACKED_CHANGES',
    `“${number}”。请接受或拒绝全部修订后核对。`,
  ]);
  expect(reports[0]?.problems.filter(({ cell }) => cell === key).map(({ code }) => code)).toEqual([
    'NOTE_IN_CELL',
  ]);
});

test('a page saved from a website: links to other years and the frame of the site are not the report', async () => {
  const form = formById('2021')!;
  const numbers = distinctNumbers(form);
  const rows = printedReport(form, (key) => numbers.get(key) ?? null);
  const table = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell ?? ''}</td>`).join('')}</tr>`)
    .join('');
  const links = [2025, 2023, 2022].map(
    (year) => `<li><a href="/${year}.html">某市某局${year}年政府信息公开工作年度报告</a></li>`,
  );
  const html = `<!doctype html><html><head><meta name="ArticleTitle" content="某市某局2024年政府信息公开工作年度报告">
    <title>某市某局2024年政府信息公开工作年度报告_某市人民政府</title></head><body>
    <nav><p>某市某局2021年政府信息公开工作年度报告</p></nav><ul>${links.join('')}</ul>
    <table><tr><td>索引号：<td>000014349/2025-00001<tr><td>发布机构：<td>某市某局<tr><td>发布日期：<td>2025-01-20</table>
    <table><tr><td><h1>某市某局2024年政府信息公开工作年度报告</h1><table>${table}</table></table>
    <footer><p>主办：某市人民政府 2026年1月1日</p></footer></body></html>`;
  const { format, reports } = await readFile(Buffer.from(html), '年报.html', { blanksAreZero: false });
  expect(format).toBe('html');
  const days = { datedOn: '2025-01-20', publishedOn: '2025-01-20' };
  expect(reports).toMatchObject([{ year: 2024, agency: '某市某局', ...days }]);
  expect(Object.entries(reports[0]!.cells).map(([key, { value }]) => [key, Number(value)])).toEqual([
    ...numbers,
  ]);
});
