import { describe, expect, test } from 'vitest';
import { draftReports } from '../../importers/draft/draftReports.js';
import { fileTitle } from '../../importers/draft/fileTitle.js';
import { formById } from '../../src/forms/index.js';
import { distinctNumbers, printedReport, sheet, type Written } from '../support/grids.js';

const form = formById('2021')!;
const numbers = distinctNumbers(form);
const rowsUnder = (title: string | null) => printedReport(form, (key) => numbers.get(key) ?? null, title);

function read(grids: readonly Written[][][], fileName = '', year: number | null = null) {
  const { reports, problems } = draftReports(
    grids.map((rows, index) => sheet(rows, `表${index}`)),
    { blanksAreZero: false, year },
    fileName,
  );
  const [report] = reports;
  return {
    year: report?.year ?? null,
    agency: report?.agency ?? null,
    codes: [...problems, ...(report?.problems ?? [])].map(({ code }) => code),
    first: report?.cells['documents.rules.issued']?.value ?? null,
  };
}

const own = { year: 2024, agency: '某市某局', codes: [] };

test.each([
  '2025年1月20日 某市某局2024年政府信息公开工作年度报告',
  '二〇二五年一月 某市某局二〇二四年政府信息公开工作年度报告',
  '某市某局2024年政府信息公开工作年度报告 2025-01-20',
  '附件2-1 某市某局2024年政府信息公开工作年度报告',
  '附表1某市某局2024年政府信息公开工作年度报告',
  '【公示】某市某局2024年政府信息公开工作年度报告',
  '某市某局二◯二四年政府信息公开工作年度报告',
  '某市某局贰零贰肆年政府信息公开工作年度报告',
  '某市某局2O24年政府信息公开工作年度报告',
  '某市某局政府信息公开工作2024年度报告',
  '某市某局关于2024年度政府信息公开工作情况的报告',
  '2024年政府信息公开工作年度报告（某市某局）',
  '某市某局2024年政府信息公开工作年度报告',
  '2024年某市某局政府信息公开工作年度报告',
  '2024年度某市某局政府信息公开工作年度报告',
  '（2024年）某市某局政府信息公开工作年度报告',
  '某市某局二O二四年政府信息公开工作年度报告',
  '某市某局二Ｏ二四年政府信息公开工作年度报告',
  '某市某局二0二四年政府信息公开工作年度报告',
  '某市某局二〇二四年度政府信息公开工作年度报告',
  '某市某局二○二四年政府信息公开工作年度报告',
  '某市某局 2024 年政府信息公开工作年度报告',
  '某市某局２０２４年政府信息公开工作年度报告',
  '某市某局关于2024年政府信息公开工作的年度报告',
  '某市某局2024年度政府信息公开工作报告',
  '某市某局政府信息公开工作年度报告（2024年）',
  '某市某局政府信息公开工作年度报告（2024年度）',
  '某市某局政府信息公开工作年度报告2024',
  '某市某局2024年政府信息公开年度报告',
  '某市某局\n2024年政府信息公开工作年度报告',
  '附件2：某市某局2024年政府信息公开工作年度报告',
  '附件\n某市某局2024年政府信息公开工作年度报告',
  '《某市某局2024年政府信息公开工作年度报告》',
  '某市某局\u200b2024年政府信息公开工作年度报告',
  '某市某局2024年政府信息公开工作年度报告统计表',
  '2024年政府信息公开工作年度报告——某市某局',
])('%s', (title) => {
  expect(read([rowsUnder(title)])).toMatchObject(own);
});

test('the year of a sentence is not that of the title', () => {
  const rows = [
    ['根据《条例》，2023年政府信息公开工作年度报告已公布，详见网站。'],
    ...rowsUnder('某市某局2024年政府信息公开工作年度报告'),
  ];
  expect(read([rows])).toMatchObject(own);
});

test('the heading of a sheet', () => {
  const rows: Written[][] = rowsUnder(null);
  expect(read([rows.with(1, ['某市某局2024年度 二、主动公开政府信息情况'])])).toMatchObject(own);
});

describe('the name of a file is the last witness', () => {
  test.each([
    ['某市某局2024年政府信息公开工作年度报告.xlsx', 2024, '某市某局'],
    ['D:\\年报\\某市某局2024.xlsx', 2024, '某市某局'],
    ['某市某局（2024）.et', 2024, '某市某局'],
    ['2024年报.xlsx', 2024, null],
    ['20241120.xlsx', null, null],
    ['年报.xlsx', null, null],
    ['report.csv', null, null],
  ])('%s', (name, year, agency) => {
    expect(fileTitle(name)).toEqual({ year, agency });
  });

  test('it is told when it is taken, and gives way to a title', () => {
    expect(read([rowsUnder(null)], '某市某局2024.xlsx')).toMatchObject({ ...own, codes: ['NAME_FROM_FILE'] });
    expect(read([rowsUnder('某市某局2024年政府信息公开工作年度报告')], '另一局2020.xlsx')).toMatchObject(own);
  });
});

describe('a sheet of another year is another report', () => {
  const lastYear = printedReport(form, () => 7, '某市某局2023年政府信息公开工作年度报告');
  const thisYear = rowsUnder('某市某局2024年政府信息公开工作年度报告');
  const empty = printedReport(form, () => null, '某市某局2024年政府信息公开工作年度报告');

  test.each([
    ['behind', [thisYear, lastYear]],
    ['before', [lastYear, thisYear]],
  ])('%s this year', (_, grids) => {
    expect(read(grids)).toMatchObject({
      year: 2024,
      codes: ['TWO_YEARS'],
      first: String(numbers.get('documents.rules.issued')),
    });
  });

  test('this year left blank stays blank', () => {
    expect(read([empty, lastYear])).toMatchObject({ year: 2024, codes: ['TWO_YEARS'], first: null });
  });

  test('the year asked for is read', () => {
    expect(read([thisYear, lastYear], '', 2023)).toMatchObject({
      year: 2023,
      codes: ['TWO_YEARS'],
      first: '7',
    });
  });

  test('a copy under the same title whose sheet is named after last year', () => {
    const { reports } = draftReports([sheet(empty, '年报'), sheet(thisYear, '上年')], {
      blanksAreZero: false,
    });
    expect(reports[0]?.cells['documents.rules.issued']?.value).toBeNull();
    expect(reports[0]?.problems.map(({ code }) => code)).toEqual(['TWO_YEARS']);
  });
});

test('two years in a title are no year', () => {
  expect(read([rowsUnder('某市某局2023-2024年政府信息公开工作年度报告')]).year).toBeNull();
});

test('a report of another year that is named above the title is not this one', () => {
  const rows = [
    ['某市某局2023年政府信息公开工作年度报告'],
    ...rowsUnder('某市某局2024年政府信息公开工作年度报告'),
  ];
  expect(read([rows])).toMatchObject({ year: 2024, agency: '某市某局' });
});
