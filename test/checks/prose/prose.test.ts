import { describe, expect, test } from 'vitest';
import type { AgencyFacts, Finding, Prose } from '../../../src/checks/check.js';
import { form2019 } from '../../../src/forms/2019.js';
import { form2021 } from '../../../src/forms/2021.js';
import { cellsOf } from '../../../src/cells.js';
import { proseFindings, proseOf } from '../../support/prose.js';
import type { Day } from '../../../src/brands/brands.js';

const printed = form2021.sections.map(({ numeral, title }) => `${numeral}、${title}`);

const short = ({ rule, severity, section, text }: Finding) => [rule, severity, section ?? null, text ?? null];

test('sound prose has no findings, unknown prose neither', () => {
  expect(proseFindings(proseOf({}, { headings: printed, datedOn: '2025-01-15' }))).toEqual([]);
  expect(proseFindings(undefined)).toEqual([]);
});

describe('P-PERIOD', () => {
  const found = (sentence: string, year: number | null = 2024) =>
    proseFindings(proseOf({ problems: `公开不够及时。${sentence}` }), { year }).map(short);

  test.each([
    '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。',
    '报告中所列数据统计期限为2024年1月1日至12月31日。',
    '统计时间：2024年1月—12月。',
    '本年报数据统计自2024年1月1日起，至2024年12月31日止。',
    '统计期间为二〇二四年一月一日至二〇二四年十二月三十一日。',
    // not the period of the report
    '公示期限为2024年3月1日至2024年3月31日。',
    '据统计，2024年3月1日至6月30日开展专项检查12次。',
    '统计数据显示，2024年3月至6月发布较多。',
    '整改时限为2024年5月1日至2024年6月1日。',
  ])('%s', (sentence) => expect(found(sentence)).toEqual([]));

  test.each([
    '本报告所列数据的统计期限自2024年1月1日起至2024年12月8日止。',
    '统计期限为2023年1月1日至2023年12月31日。',
    '所列数据的统计期限为2024年1月至11月。',
    '本报告数据统计自2023年12月1日至2024年11月30日。',
  ])('%s', (sentence) => expect(found(sentence)).toEqual([['P-PERIOD', 'explain', 'problems', sentence]]));

  test('is not evaluated while the year is unknown', () => {
    expect(found('统计期限为2023年1月1日至2023年12月31日。', null)).toEqual([]);
  });

  test('is broken over lines by a conversion', () => {
    const overview = [
      '主动公开、依申请公开、信息管理、平台建设、监督保障。本报告所列数据的统计期限为2024年 1月 1日至2024',
      '年 12 月 8 日。',
    ].join('\n');
    expect(proseFindings(proseOf({ overview }))).toMatchObject([
      {
        rule: 'P-PERIOD',
        section: 'overview',
        text: '本报告所列数据的统计期限为2024年1月1日至2024年12月8日。',
        message: expect.stringContaining('2024年1月1日至2024年12月8日，应为2024年1月1日至2024年12月31日'),
      },
    ]);
  });
});

describe('P-DATE', () => {
  test.each<[Day | null, number | null, unknown[]]>([
    ['2025-01-01', 2024, []],
    ['2024-12-31', 2024, [['P-DATE', 'warning', null, '2024年12月31日']]],
    ['2024-12-31', null, []],
    [null, 2024, []],
  ])('%s in the report of %s', (datedOn, year, expected) =>
    expect(proseFindings(proseOf({}, { datedOn }), { year }).map(short)).toEqual(expected),
  );
});

describe('P-SECTIONS', () => {
  const found = (headings: readonly string[] | null) =>
    proseFindings(proseOf({}, { headings })).map(({ section, text }) => [section ?? null, text]);
  const [first, second, third, ...others] = printed as [string, string, string, string, string, string];

  test('each once, in order, however it is punctuated', () => {
    expect(found(null)).toEqual([]);
    expect(found(printed.map((heading) => `## ${heading.replace('、', '． ')}`))).toEqual([]);
    expect(found(printed.map((heading) => heading.slice(2)))).toEqual([]);
    expect(found([first, `${second}（单位：件）`, third, ...others])).toEqual([]);
  });

  test('one stands twice', () => {
    expect(found([first, first, second, third, ...others])).toEqual([['overview', first]]);
    // Where it first stands it is in order.
    expect(found([...printed, first])).toEqual([['overview', first]]);
  });

  test('some are missing', () => {
    expect(found([first, third, ...others.slice(0, -1)])).toEqual([
      ['proactiveDisclosure', second],
      ['otherMatters', printed.at(-1)],
    ]);
  });

  test('some are worded otherwise', () => {
    expect(found([first, '二、主动公开信息情况', third, ...others])).toEqual([
      ['proactiveDisclosure', '二、主动公开信息情况'],
    ]);
  });

  test('two changed places', () => {
    expect(found([first, third, second, ...others])).toEqual([[null, `次序：${second}`]]);
  });

  test('one cause is one finding', () => {
    const worded = '一、工作总体情况';
    const findings = proseFindings(proseOf({}, { headings: [worded, worded, second, third, ...others] }));
    expect(findings.map(({ text }) => text)).toEqual([worded]);
    expect(findings[0]?.message).toMatch(/出现了 2 次.*统一格式是“一、总体情况”/);
  });
});

describe('P-FEE', () => {
  const found = (otherMatters: string) =>
    proseFindings(proseOf({ otherMatters })).map(({ rule, severity, text }) => [
      rule,
      severity,
      text ?? null,
    ]);

  test.each([
    '本年度没有收取信息处理费。',
    '全年收取信息公开处理费3件，共120元。',
    '信息处理费：0元。',
    '依据《政府信息公开信息处理费管理办法》，本年度未收取费用。',
  ])('%s', (text) => expect(found(text)).toEqual([]));

  test.each(['无。', '垃圾处理费按标准收取。', '严格执行《政府信息公开信息处理费管理办法》。'])(
    '%s',
    (text) => expect(found(text)).toEqual([['P-FEE', 'explain', text]]),
  );

  test('nothing is said at all', () => {
    const prose = proseOf();
    const sections = prose.sections.filter(({ id }) => id !== 'otherMatters');
    expect(proseFindings({ ...prose, sections }).map(short)).toEqual([
      ['P-FEE', 'explain', 'otherMatters', null],
    ]);
  });

  test('was not asked before form 2021', () => {
    const values = cellsOf(form2019).map(() => 0n);
    const prose = proseOf({ otherMatters: '无。' }, {}, form2019);
    expect(proseFindings(prose, { form: form2019, values, year: 2020 })).toEqual([]);
  });
});

describe('P-PROBLEMS', () => {
  test.each(['无', '无。', '暂无', '没有问题。', '本年度不存在问题', '无存在问题及改进情况'])(
    '%s',
    (problems) =>
      expect(proseFindings(proseOf({ problems })).map(short)).toEqual([
        ['P-PROBLEMS', 'explain', 'problems', problems],
      ]),
  );

  test.each(['没有专人负责，已调配一人。', '问题是培训不多。', '无障碍版面还不完善。'])('%s', (problems) =>
    expect(proseFindings(proseOf({ problems }))).toEqual([]),
  );
});

describe('P-COVERAGE', () => {
  const five = '主动公开。依申请公开。政府信息管理。平台建设。监督保障。';
  const found = (overview: string, agency?: AgencyFacts) =>
    proseFindings(proseOf({ overview }), { agency }).map(
      ({ rule, message }) => `${rule} ${/没有写到(.*?)。/.exec(message)?.[1]}`,
    );
  const agency = (kind: AgencyFacts['kind'], name: string): AgencyFacts => ({ kind, name, makesRules: null });

  test('five matters, in the words people use for them', () => {
    expect(found(five)).toEqual([]);
    expect(
      found('全年发布政务信息30条，答复依申请公开事项，公开目录每月更新，门户网站改版，开展了培训。'),
    ).toEqual([]);
    expect(found('全年发布政务信息30条，门户网站改版，开展了培训。')).toEqual([
      'P-COVERAGE 依申请公开、政府信息管理',
    ]);
  });

  test('three more of a government, none of them while it is unknown what the agency is', () => {
    expect(found(five, agency('GOVERNMENT', '某市人民政府'))).toEqual([
      'P-COVERAGE 工作考核、社会评议、责任追究',
    ]);
    expect(found(five, agency('TOWNSHIP', '某镇人民政府'))).toHaveLength(1);
    expect(found(five, agency('TOWNSHIP', '某街道办事处'))).toEqual([]);
    expect(found(five, agency('DEPARTMENT', '某市财政局'))).toEqual([]);
    expect(found(five, agency(null, '某市人民政府'))).toEqual([]);
    expect(found(`${five}考核一次，评议一次，没有问责。`, agency('GOVERNMENT', '某市人民政府'))).toEqual([]);
  });
});

describe('P-DUPLICATE', () => {
  const long =
    '一是公开不够及时，部分栏目三个月才更新一次，群众查找不便。二是基层工作人员调整频繁，对条例和答复格式不够熟练，全年组织培训2次。三是政策解读形式单一，图表和视频少。下一步将建立栏目更新台账，每季度通报一次，把培训列入年度计划，丰富解读的形式，接受群众监督。';
  const found = (problems: string, before: Prose) =>
    proseFindings(proseOf({ problems }), {
      lastYear: { form: form2021, values: cellsOf(form2021).map(() => 0n), prose: before },
    }).map(short);

  test('the same but for the figures', () => {
    expect(
      found(long, proseOf({ problems: long.replace('2次', '3次').replace('三个月', '两个月') })),
    ).toEqual([
      ['P-DUPLICATE', 'warning', 'problems', '一是公开不够及时，部分栏目三个月才更新一次，群众查找不便。'],
    ]);
  });

  test('half of it is new', () => {
    const half = `${long.slice(0, long.length / 2)}今年还发现档案移交不完整，答复文书用词不一，已请法制机构逐件审核，并在内网公布样本供各科室参照执行。`;
    expect(found(long, proseOf({ problems: half }))).toEqual([]);
  });

  test('short texts are the same every year', () => {
    expect(found('人手不足。', proseOf({ problems: '人手不足。' }))).toEqual([]);
  });
});
