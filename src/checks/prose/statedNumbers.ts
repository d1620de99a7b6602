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
  readonly about: 'requests' | 'remedies' | 'documents';
  /** Of which kind of document the sentence speaks last, when it is about documents. */
  readonly kind?: '规章' | '规范性文件';
  /** What makes the number something else when it stands before the words, beside `otherwise`. */
  readonly unless?: RegExp;
  /** Said of requests alone, so that the sentence need not name them when the one before it did. */
  readonly isTelling?: true;
  /** The name of what the sentence must state too: one of two parts alone may be a part of something else. */
  readonly beside?: string;
  /** What may stand behind the number instead: 3件结转下年度. */
  readonly behind?: RegExp;
}

/** A number in a sentence and what it is said to be. */
export interface Stated {
  readonly statement: Statement;
  readonly value: bigint;
}

const received = 'requests.received.total';
const carriedOver = 'requests.carriedOver.total';
const concluded = 'requests.outcomesTotal.total';
const reconsideration = 'remedies.reconsideration.total';
const litigation: readonly CellKey[] = [
  'remedies.directLitigation.total',
  'remedies.litigationAfterReconsideration.total',
];

const naturalPersons = '“自然人”一＋二';
const legalPersons = '“法人或其他组织”一＋二';
const organizations = [
  'business',
  'researchInstitution',
  'publicBenefitOrganization',
  'legalServiceOrganization',
  'otherOrganization',
];

/** What came in this year and what was carried over, or only what came in. */
function bothYears(...columns: readonly string[]): CellKey[][] {
  const of = (row: string) => columns.map((column): CellKey => `requests.${row}.${column}`);
  return [[...of('received'), ...of('carriedOver')], of('received')];
}

/** 清理 looks through what earlier years have issued; drafts are not yet documents. */
const notOfTheYear = /清理|审查|审核|备案|拟|建议|修改|起草|报送|解读|累计/;

/** 制发、废止、现行有效 beside 规章 and 规范性文件: of form 2021, which asks for them. */
const documents: readonly Statement[] = (
  [
    ['规章', 'rules'],
    ['规范性文件', 'normativeDocuments'],
  ] as const
).flatMap(([kind, row]): Statement[] =>
  (
    [
      ['制发', 'issued'],
      ['废止', 'repealed'],
      ['现行有效', 'inForce'],
    ] as const
  ).map(([verb, column]) => ({
    words: `${verb}(?:的|了|本级|行政|政府)*(?:${kind})?`,
    readings: [[`documents.${row}.${column}`]],
    name: `${kind}${verb}件数`,
    about: 'documents',
    kind,
    unless: notOfTheYear,
  })),
);

/** 其中 begins the parts of a total. */
const part = /其中/;
/** Cases with one result or of one kind, or those in which somebody else stands. */
const result =
  /其中|维持|纠正|撤销|撤回|驳回|审结|办结|结案|败诉|胜诉|尚未|代理|出庭|应诉|复议后|后提起|直接|未经|[一二]审|上诉|再审/;

/** How reports write of the numbers of 二, 三 and 四; the first that fits counts. */
export const statements: readonly Statement[] = [
  ...documents,
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
    // 自然人、法人和其他组织 is everybody.
    words: '自然人(?!(?:、|和|及|与|以及|或)(?:者)?法人)',
    readings: bothYears('naturalPerson'),
    name: naturalPersons,
    about: 'requests',
    beside: legalPersons,
  },
  {
    words: '(?<!(?:公民|自然人)(?:、|，|和|及|与|以及|或|或者))法人',
    readings: bothYears(...organizations),
    name: legalPersons,
    about: 'requests',
    beside: naturalPersons,
  },
  {
    words: '相关案件',
    readings: [[reconsideration, ...litigation]],
    name: '行政复议、行政诉讼总计之和',
    about: 'remedies',
    unless: result,
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

/** Each statement and each denial has one of these; most sentences have none, and need not be read. */
export const toldAtAll = /收|结|办|行|制发|废止|自然人|法人|案件|申请/;

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
