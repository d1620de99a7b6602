import type { CellKey } from '../../cells.js';

/** What a number in the prose may stand for. The first reading is the one a finding names. */
export interface Statement {
  /** The word before the number. */
  readonly words: RegExp;
  /** Each reading is a sum of cells. */
  readonly readings: readonly (readonly CellKey[])[];
  /** How the sum is called. */
  readonly name: string;
  /** The clause must also speak of this. */
  readonly about?: RegExp;
}

const received = 'requests.received.total';
const carriedOver = 'requests.carriedOver.total';
const applications = /申请/;

/** How reports write of the numbers of 三 and 四. */
export const statements: readonly Statement[] = [
  { words: /新收(?:到)?/, readings: [[received]], name: '本年新收', about: applications },
  {
    words: /(?<!新)(?:收到|受理|接收)/,
    readings: [[received], [received, carriedOver]],
    name: '本年新收',
    about: applications,
  },
  {
    words: /办结|办理完结|答复办结/,
    readings: [['requests.outcomesTotal.total']],
    name: '（七）总计',
    about: applications,
  },
  { words: /上年(?:度)?结转/, readings: [[carriedOver]], name: '上年结转' },
  {
    words: /结转(?:至|到)?(?:下|次)(?:一)?年(?:度)?(?:继续办理)?/,
    readings: [['requests.carriedForward.total']],
    name: '结转下年度继续办理',
  },
  { words: /行政复议/, readings: [['remedies.reconsideration.total']], name: '行政复议总计' },
  {
    words: /行政诉讼/,
    readings: [['remedies.directLitigation.total', 'remedies.litigationAfterReconsideration.total']],
    name: '行政诉讼总计',
  },
];

/** What may stand between such a word and its number; anything else is about something else. */
export const between =
  /^(?:各类|有关|相关|因|的|涉及|政府信息公开|政府信息|信息公开|依申请公开|公开|申请|案件|事项|件数|数量|总数|总量|共计|合计|累计|共|了|为|是|有|计|:|：)*$/;

/** A clause with one of these speaks of a part, of another year or of something else. */
export const otherwise =
  /其中|本级|去年|上一?年度?(?!结转|度结转)|同比|比上年|增长|增加|减少|下降|投诉|信访|举报|来信|来访|咨询|热线|提案|建议|留言|未|拟/;
