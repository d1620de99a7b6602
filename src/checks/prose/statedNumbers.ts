import type { CellKey } from '../../cells.js';

/** What a number in the prose may stand for. */
export interface Statement {
  /** What stands before the number, as a regular expression; words of `between` may follow. */
  readonly words: string;
  /** Each reading is a sum of cells; the number must be one of them. A finding names the first. */
  readonly readings: readonly (readonly CellKey[])[];
  /** How the first reading is called. */
  readonly name: string;
  /** Of what the sentence must speak. */
  readonly about: 'requests' | 'remedies';
  /** What makes the number something else when it stands before the words, beside `otherwise`. */
  readonly unless?: RegExp;
  /** Said of requests alone, so that the sentence need not name them when the one before it did. */
  readonly isTelling?: true;
  /** What may stand behind the number instead: 3件结转下年度. */
  readonly behind?: RegExp;
}

const received = 'requests.received.total';
const carriedOver = 'requests.carriedOver.total';
const concluded = 'requests.outcomesTotal.total';
const reconsideration = 'remedies.reconsideration.total';
const litigation = ['remedies.directLitigation.total', 'remedies.litigationAfterReconsideration.total'];

/** 其中 begins the parts of a total. */
const part = /其中/;
/** Cases with one result or of one kind, or those in which somebody else stands. */
const result =
  /其中|维持|纠正|撤销|撤回|驳回|审结|办结|结案|败诉|胜诉|尚未|代理|出庭|应诉|复议后|后提起|直接|未经|[一二]审|上诉|再审/;

/** How reports write of the numbers of 三 and 四; the first that fits counts. */
export const statements: readonly Statement[] = [
  { words: '(?<!重)新收到?', readings: [[received]], name: '本年新收', about: 'requests', isTelling: true },
  {
    words: '(?<!新)收到',
    readings: [[received], [received, carriedOver]],
    name: '本年新收',
    about: 'requests',
    unless: part,
  },
  {
    words: '上一?年度?结转|结转上一?年度?',
    readings: [[carriedOver]],
    name: '上年结转',
    about: 'requests',
    unless: /办结|答复|办理/,
    isTelling: true,
  },
  {
    words: '结转(?:至|到)?(?:下|次|明)一?年度?(?:继续)?(?:办理)?',
    readings: [['requests.carriedForward.total']],
    name: '结转下年度继续办理',
    about: 'requests',
    isTelling: true,
    behind: /^(?:申请|已|均|依法)*结转(?:至|到)?(?:下|次|明)一?年度?(?:继续)?(?:办理)?$/,
  },
  {
    words: '办理完结|办结',
    readings: [[concluded]],
    name: '三（七）总计',
    about: 'requests',
    unless: part,
  },
  {
    // 办理 may mean what came in or what was concluded.
    words: '(?<!继续)办理(?:了|的)?(?:政府)?(?:信息)?(?:依申请|公开申请)',
    readings: [[concluded], [received], [received, carriedOver]],
    name: '三（七）总计',
    about: 'requests',
    unless: part,
  },
  {
    words: '行政复议(?:申请|案件)?(?:、|和|及|与|以及|或)(?:行政)?诉讼',
    readings: [[reconsideration, ...litigation]],
    name: '行政复议、行政诉讼总计之和',
    about: 'remedies',
    unless: result,
  },
  {
    words: '行政复议',
    readings: [[reconsideration]],
    name: '行政复议总计',
    about: 'remedies',
    unless: result,
  },
  {
    words: '行政诉讼',
    readings: [litigation],
    name: '行政诉讼总计',
    about: 'remedies',
    unless: result,
  },
];

/** What may stand between such words and the number, in any order; anything else is about something else. */
export const between = [
  ...['政府', '信息', '公开', '依', '申请', '公民', '法人', '其他', '其它', '组织', '提出', '提交'],
  ...['有关', '相关', '各类', '案', '事项', '事宜', '情况', '发生', '数', '量', '总', '表', '件'],
  ...[
    '共',
    '合',
    '累',
    '计',
    '为',
    '是',
    '有',
    '达',
    '到',
    '了',
    '的',
    '和',
    '或',
    '者',
    '及',
    '、',
    ':',
    '：',
  ],
];

/** A sentence with these speaks of requests for information: 申请 alone only beside what is done with one. */
export const ofRequests =
  /信息公开申请|依申请|公开申请|申请公开|(?<=收到|新收|办结|办理|答复|件)(?:的)?申请/g;
/** A sentence that turns to one of these speaks of it from there on. */
export const ofOtherThings =
  /信访|投诉|举报|来信|来访|来电|咨询|热线|提案|建议|议案|留言|信箱|工单|许可|审批|处罚|证明|办件|行政复议|行政诉讼|档案|群众|问题|线索|救助|社保/g;

/** An agency that decides cases of all kinds counts those of 四 among them: 全年办理行政复议案件320件. */
export const decidesCases = /办理|审理|受理|承办|收到|接收|处理/;

/** What the cases of 四 are about: 因政府信息公开引发的行政复议, 政府信息公开行政诉讼. */
export const ofRemedies =
  /(?:因|由|对|就|涉|关于|针对|有关|引发|引起)[^。]*?(?:信息公开|依申请公开|公开申请)|(?:信息公开|依申请公开|公开申请)[^，。；、]{0,6}$/;

/**
 * Before the words, in their clause: a part of the agencies, of the applicants, of the channels, of the year; another
 * year; or only those handled in one way.
 */
export const otherwise = new RegExp(
  [
    '本级|机关本|(?<![全我本])(?:县|区|乡|镇|街道|部门|单位|科室)',
    '网|信函|邮|当面|现场|传真|电话|窗口|平台|渠道|书面|在线',
    '自然人|企业|个人|律师|同一|重复|涉及|部分',
    '按期|按时|及时|延期|逾期|当场|限期|提前|超期|未|不予|拟|正在|尚|待',
    '去年|上年(?!度?结转)|上一年(?!度?结转)|同期|同比|比|较|增|减少|下降|上升',
    '季度|半年|每|平均|日均|以来|历年|历次|月份?',
  ].join('|'),
);

/** Nothing was received: 未收到政府信息公开申请. */
const noRequests =
  /(?:没有|未曾|均未|未|无)新?收到(?:过|任何|公民、法人(?:和|或|及|或者)其他组织|提出|的|有关|相关)*(?:政府)?(?:信息)?(?:依申请公开|公开申请|依申请)(?:政府|信息|的|申请|事项|情况|件|表)*$/;
/** Nobody went further: 未发生因政府信息公开引起的行政复议、行政诉讼. */
const noRemedies = (remedy: string) =>
  new RegExp(
    '(?:(?:没有|(?<!尚)未)(?:发生|出现|产生|收到|接到|被|因|有)|无(?=因|由|涉|被|政府|信息公开|任何|行政))' +
      `[^，。；]{0,24}?${remedy}(?:的|申请|案件|案|事项|情况|现象|情形|发生)*$`,
  );

/** What says zero without a number. */
export const denials: readonly { readonly words: RegExp; readonly of: Statement }[] = [
  { words: noRequests, of: statementNamed('本年新收') },
  {
    words: noRemedies('行政复议(?:、|和|及|与|以及|或|或者)(?:行政)?诉讼'),
    of: statementNamed('行政复议、行政诉讼总计之和'),
  },
  { words: noRemedies('行政复议'), of: statementNamed('行政复议总计') },
  { words: noRemedies('行政诉讼'), of: statementNamed('行政诉讼总计') },
];

function statementNamed(name: string): Statement {
  // The last one of a name has every reading of it.
  return statements.findLast((statement) => statement.name === name)!;
}
