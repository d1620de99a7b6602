import { describe, expect, test } from 'vitest';
import { readLedger } from '../../../importers/ledger/readLedger.js';
import { noWordsConfirmed } from '../../../importers/ledger/words/confirmedWords.js';
import { judgeLedger } from '../../../src/filing/ledger/ledgerDocument.js';
import { formById } from '../../../src/forms/index.js';
import { calendarYears } from '../../../src/ledger/calendars/calendarYears.js';
import { workingDays } from '../../../src/ledger/workingDays.js';
import type { Grid } from '../../../importers/reading/grid.js';
import { sheet, type Written } from '../../support/grids.js';

type Rows = readonly (readonly Written[])[];

const form = formById('2021')!;
/** Of the four cases below, in every ledger of this file. */
const known = {
  'requests.received.naturalPerson': '2',
  'requests.received.business': '1',
  'requests.received.total': '3',
  'requests.carriedOver.naturalPerson': '1',
  'requests.carriedOver.total': '1',
  'requests.disclosed.naturalPerson': '1',
  'requests.disclosed.total': '1',
  'requests.partiallyDisclosed.business': '1',
  'requests.partiallyDisclosed.total': '1',
  'requests.repeatedRequest.naturalPerson': '1',
  'requests.repeatedRequest.total': '1',
  'requests.outcomesTotal.naturalPerson': '2',
  'requests.outcomesTotal.business': '1',
  'requests.outcomesTotal.total': '3',
  'requests.carriedForward.naturalPerson': '1',
  'requests.carriedForward.total': '1',
};

async function read(grids: readonly Grid[]) {
  const ledger = await readLedger(grids, { year: 2024, form: '2021', words: noWordsConfirmed });
  const draft = { format: null, encoding: null, problems: [], reports: [], ledger };
  const options = {
    year: 2024,
    form,
    calendar: workingDays(calendarYears(null)),
    today: '2025-01-31' as const,
  };
  const { document } = judgeLedger('台账', draft, options);
  const codes = document.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  const counted = Object.fromEntries(Object.entries(document.cells).filter(([, count]) => count !== '0'));
  return { codes: [...new Set(codes)].sort(), counted, problems: document.problems };
}

type Case = Readonly<Record<'no' | 'who' | 'came' | 'went' | 'how', string>>;
const cases: readonly Case[] = [
  { no: '1', who: '公民', came: '2024-03-01', went: '2024-03-20', how: '予以公开' },
  { no: '2', who: '企业', came: '2024-03-04', went: '2024-03-25', how: '部分公开' },
  { no: '3', who: '公民', came: '2024-12-20', went: '', how: '' },
  { no: '4', who: '公民', came: '2023-12-20', went: '2024-01-10', how: '重复申请' },
];
const head = ['申请编号', '申请人类型', '收到日期', '答复日期', '答复类型'];
const plain = (one: Case): Written[] => [
  `2024-${one.no}`,
  one.who,
  one.came,
  one.went || null,
  one.how || null,
];
const lines = cases.map(plain);
/** The same with one thing otherwise. */
const each = (change: (one: Case) => Partial<Case>): Written[][] =>
  cases.map((one) => plain({ ...one, ...change(one) }));
const day = (text: string, write: (year: number, month: number, date: number) => string): string => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return text === '' ? '' : write(year, month, date);
};
const days = (write: (year: number, month: number, date: number) => string): Written[][] =>
  each(({ came, went }) => ({ came: day(came, write), went: day(went, write) }));
const renamed = (...names: readonly string[]): Rows => [names, ...lines];
const one = (rows: Rows): readonly Grid[] => [sheet(rows, '台账')];
const tick = (is: boolean): Written => (is ? '√' : null);

/** Ledgers as offices keep them; each counts to the same table. */
const right: Readonly<Record<string, readonly Grid[]>> = {
  plain: one([head, ...lines]),
  'a title and who filled it in above': one([
    ['某市某局2024年依申请公开台账'],
    ['填报单位：某局', null, '填报人：某某'],
    head,
    ...lines,
  ]),
  'blank rows between': one([head, lines[0]!, [null], lines[1]!, [null], [null], lines[2]!, lines[3]!]),
  'a total below': one([head, ...lines, ['合计', '4件', null, '3', null]]),
  'a total after each month': one([
    head,
    ['3月'],
    lines[0]!,
    lines[1]!,
    ['小计', '2'],
    ['12月'],
    lines[2]!,
    ['小计', '1'],
    lines[3]!,
  ]),
  'the sum in the second column': one([
    ['序号', ...head],
    ['1', ...lines[0]!],
    ['2', ...lines[1]!],
    [null, '本页合计', '2'],
    ['3', ...lines[2]!],
    ['4', ...lines[3]!],
  ]),
  'the head again on each page': one([head, lines[0]!, lines[1]!, head, lines[2]!, lines[3]!]),
  'notes below': one([head, ...lines, ['备注：本台账由办公室登记。'], ['填表日期：2025年1月5日']]),
  'columns the other way round': one([head.toReversed(), ...lines.map((line) => line.toReversed())]),
  'local names 1': one(renamed('登记号', '申请主体性质', '收件日期', '办结日期', '办理结果')),
  'local names 2': one(renamed('受理编号', '申请人类别', '签收时间', '答复时间', '处理结果')),
  'local names 3': one(renamed('件号', '申请人属性', '收文日期', '回复日期', '答复结果')),
  'local names 4': one(renamed('流水号', '主体类型', '接收日期', '办结时间', '办结类型')),
  'local names 5': one(renamed('申请单编号', '申请人性质', '收到申请时间', '答复书日期', '答复类别')),
  'spaces in the head': one(renamed('编 号', '申请人 类型', '收到 日期', '答复\n日期', '答复 类型')),
  'what a column holds behind its name': one(
    renamed(
      '申请编号（必填）',
      '申请人类型（下拉选择）',
      '收到日期（年月日）',
      '答复日期（年月日）',
      '答复类型（下拉选择）',
    ),
  ),
  'a head with stars': one(renamed('*申请编号', '*申请人类型', '*收到日期', '答复日期*', '答复类型*')),
  'days with dots': one([head, ...days((y, m, d) => `${y}.${m}.${d}`)]),
  'days with slashes': one([head, ...days((y, m, d) => `${y}/${m}/${d}`)]),
  'days in Chinese': one([head, ...days((y, m, d) => `${y}年${m}月${d}日`)]),
  'days with 号': one([head, ...days((y, m, d) => `${y}年${m}月${d}号`)]),
  'days in eight figures': one([
    head,
    ...days((y, m, d) => `${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}`),
  ]),
  'days of full width': one([
    head,
    ...days((y, m, d) =>
      `${y}．${m}．${d}`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
  ]),
  'days with a time behind': one([head, ...days((y, m, d) => `${y}-${m}-${d} 09:30:00`)]),
  'days with 上午': one([head, ...days((y, m, d) => `${y}年${m}月${d}日上午`)]),
  'days written in three ways': one([
    head,
    plain({ ...cases[0]!, came: '2024.3.1', went: '20240320' }),
    plain({ ...cases[1]!, came: '2024年3月4日', went: '2024/3/25' }),
    lines[2]!,
    lines[3]!,
  ]),
  'days below the heading of their year': one([
    head,
    ['2023年'],
    lines[3]!,
    ['2024年'],
    plain({ ...cases[0]!, came: '3月1日', went: '3月20日' }),
    plain({ ...cases[1]!, came: '3月4日', went: '3月25日' }),
    plain({ ...cases[2]!, came: '12月20日' }),
  ]),
  'words of the form with numbers': one([
    head,
    ...each(({ how }) => ({
      how:
        {
          予以公开: '（一）予以公开',
          部分公开: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
          重复申请: '2.重复申请',
        }[how] ?? '',
    })),
  ]),
  'numbers of the form alone': one([
    head,
    ...each(({ how }) => ({
      how: { 予以公开: '（一）', 部分公开: '（二）', 重复申请: '（五）2' }[how] ?? '',
    })),
  ]),
  'older words': one([
    head,
    ...each(({ how }) => ({
      how: { 予以公开: '同意公开', 部分公开: '区分处理', 重复申请: '重复' }[how] ?? '',
    })),
  ]),
  'the group before the word': one([
    head,
    ...each(({ how }) => ({ how: how === '重复申请' ? '不予处理-重复申请' : how })),
  ]),
  'open cases said to be open': one([head, ...each(({ how }) => ({ how: how || '办理中' }))]),
  'open cases carried forward': one([head, ...each(({ how }) => ({ how: how || '结转下年度继续办理' }))]),
  'a stroke for what has not come': one([
    head,
    ...each(({ went, how }) => ({ went: went || '——', how: how || '/' })),
  ]),
  'not answered yet in the column of days': one([head, ...each(({ went }) => ({ went: went || '未答复' }))]),
  'applicants of the form': one([
    head,
    ...each(({ who }) => ({ who: who === '企业' ? '商业企业' : '自然人' })),
  ]),
  'applicants with their group': one([
    head,
    ...each(({ who }) => ({ who: who === '企业' ? '法人或其他组织（商业企业）' : '公民' })),
  ]),
  'applicants in two columns': one([
    ['申请编号', '申请人类型', '法人类型', '收到日期', '答复日期', '答复类型'],
    ...cases.map((c) => [
      `2024-${c.no}`,
      c.who === '企业' ? '法人或其他组织' : '公民',
      c.who === '企业' ? '商业企业' : null,
      c.came,
      c.went || null,
      c.how || null,
    ]),
  ]),
  'outcomes in two columns': one([
    [...head, '具体情形'],
    ...cases.map((c) => [
      ...plain({ ...c, how: c.how === '重复申请' ? '不予处理' : c.how }),
      c.how === '重复申请' ? '重复申请' : null,
    ]),
  ]),
  'names and telephones beside': one([
    ['姓名', '联系电话', ...head, '申请内容'],
    ...lines.map((line) => ['某某某', '13900001111', ...line, '某地块批复']),
  ]),
  'a head of two rows': one([
    ['编号', '申请人', null, '申请', '答复', null],
    [null, '姓名', '类型', '收到日期', '日期', '类型'],
    ...cases.map((c) => [`2024-${c.no}`, '某某某', c.who, c.came, c.went || null, c.how || null]),
  ]),
  'a term, an extension and a fee beside': one([
    [...head, '答复期限', '是否延期', '收费金额'],
    ...lines.map((line) => [...line, '2024-04-01', '否', '0']),
  ]),
  'an answer that was posted later': one([
    ['申请编号', '申请人类型', '收到日期', '答复日期', '寄出日期', '答复类型'],
    ...cases.map((c) => [`2024-${c.no}`, c.who, c.came, c.went || null, c.went || null, c.how || null]),
  ]),
  'a sheet a month': [
    sheet([head, lines[0]!, lines[1]!], '3月'),
    sheet([head, lines[2]!], '12月'),
    sheet([head, lines[3]!], '上年结转'),
  ],
  'a sheet a quarter, one of them empty': [
    sheet([head, lines[0]!, lines[1]!], '一季度'),
    sheet([head], '二季度'),
    sheet([head, lines[2]!, lines[3]!], '四季度'),
  ],
  'numbers that begin anew on each sheet': [
    sheet(
      [
        ['序号', ...head.slice(1)],
        ['1', ...lines[0]!.slice(1)],
        ['2', ...lines[1]!.slice(1)],
      ],
      '1月',
    ),
    sheet(
      [
        ['序号', ...head.slice(1)],
        ['1', ...lines[2]!.slice(1)],
        ['2', ...lines[3]!.slice(1)],
      ],
      '2月',
    ),
  ],
  'a sheet of notes beside': [sheet([['填表说明'], ['一件一行']], '说明'), sheet([head, ...lines], '台账')],
  'a sheet of choices beside': [
    sheet([head, ...lines], '台账'),
    sheet([['公民'], ['企业'], ['科研机构']], '选项'),
  ],
  'case numbers of many kinds': one([
    head,
    ...lines.map((line, index) => [
      ['依申请〔2024〕1号', 'YSQ20240002', '第3号', '2024依4'][index]!,
      ...line.slice(1),
    ]),
  ]),
  'an answer of the next year': one([
    head,
    lines[0]!,
    lines[1]!,
    plain({ ...cases[2]!, went: '2025-01-10', how: '予以公开' }),
    lines[3]!,
  ]),
  'cases of other years': one([
    head,
    ...lines,
    plain({ no: '5', who: '公民', came: '2025-01-03', went: '', how: '' }),
    plain({ no: '6', who: '公民', came: '2023-03-03', went: '2023-03-20', how: '予以公开' }),
  ]),
  'who asked by a tick': one([
    ['申请编号', '申请人类型', null, '收到日期', '答复日期', '答复类型'],
    [null, '公民', '企业', null, null, null],
    ...cases.map((c) => [
      `2024-${c.no}`,
      tick(c.who === '公民'),
      tick(c.who === '企业'),
      c.came,
      c.went || null,
      c.how || null,
    ]),
  ]),
  'the outcome by a tick': one([
    ['申请编号', '申请人类型', '收到日期', '答复日期', '答复类型', null, null],
    [null, null, null, null, '予以公开', '部分公开', '重复申请'],
    ...cases.map((c) => [
      `2024-${c.no}`,
      c.who,
      c.came,
      c.went || null,
      ...['予以公开', '部分公开', '重复申请'].map((how) => tick(c.how === how)),
    ]),
  ]),
};

/** Ledgers that nobody can count without asking; what is asked. */
const asked: Readonly<Record<string, readonly [readonly Grid[], readonly string[]]>> = {
  'who asked is disputed': [
    one([head, ...each(({ who }) => ({ who: who === '企业' ? '法人或其他组织' : who }))]),
    ['WORD_UNKNOWN'],
  ],
  'the outcome is disputed': [
    one([head, ...each(({ how }) => ({ how: how === '重复申请' ? '信息不存在' : how }))]),
    ['WORD_UNKNOWN'],
  ],
  'days without a year': [one([head, ...days((_, m, d) => `${m}月${d}日`)]), ['DAY_UNCLEAR']],
  'days of two figures': [one([head, ...days((y, m, d) => `${y % 100}.${m}.${d}`)]), ['DAY_UNCLEAR']],
  'a day no calendar has': [
    one([head, ...each(({ no }) => (no === '1' ? { came: '2024-02-30' } : {}))]),
    ['DAY_IMPOSSIBLE'],
  ],
  'an outcome without its day': [
    one([head, ...each(({ no }) => (no === '1' ? { went: '' } : {}))]),
    ['OUTCOME_WITHOUT_DAY'],
  ],
  'a day without its outcome': [
    one([head, ...each(({ no }) => (no === '1' ? { how: '' } : {}))]),
    ['OUTCOME_MISSING'],
  ],
  'one number twice': [one([head, ...each(({ no }) => (no === '2' ? { no: '1' } : {}))]), ['CASE_TWICE']],
  'nobody said who asked': [
    one([head, ...each(({ no }) => (no === '1' ? { who: '' } : {}))]),
    ['APPLICANT_MISSING'],
  ],
  'no column of who asked': [
    one([
      ['申请编号', '收到日期', '答复日期', '答复类型'],
      ...lines.map(([no, , ...rest]) => [no!, ...rest]),
    ]),
    ['COLUMN_MISSING'],
  ],
};

describe('ledgers as offices keep them', () => {
  test('are more than fifty', () => {
    expect(Object.keys(right).length + Object.keys(asked).length).toBeGreaterThan(50);
  });

  test.each(Object.entries(right))('%s: every cell is right', async (_, grids) => {
    const { codes, counted, problems } = await read(grids);
    expect([codes, codes.length > 0 ? problems : []]).toEqual([[], []]);
    expect(counted).toEqual(known);
  });

  test.each(Object.entries(asked))('%s: is asked', async (_, [grids, codes]) => {
    expect((await read(grids)).codes).toEqual(codes);
  });
});
