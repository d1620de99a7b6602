import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { tablesOf } from '../../src/cells.js';
import { formForYear } from '../../src/forms/index.js';
import type { LedgerCase } from '../../src/ledger/LedgerCase.js';

/** How an office keeps its ledger. */
export interface Habit {
  readonly labels: 'form' | 'local' | 'grouped';
  readonly order: readonly number[];
  readonly words: 'form' | 'older' | 'numbered' | 'divided';
  readonly days: 'dots' | 'dashes' | 'slashes' | 'chinese' | 'numerals' | 'eight' | 'stored';
  readonly sheets: 'one' | 'quarters';
  readonly hasTitle: boolean;
  readonly hasTotals: boolean;
  readonly hasBlankRows: boolean;
  readonly format: 'csv' | 'gb18030' | 'xlsx' | 'xls' | 'ods';
}

type Column = keyof LedgerCase | 'name' | 'telephone' | 'content' | 'remark' | 'detail' | 'documentNumber';

const columns: readonly Column[] = [
  ...(['number', 'name', 'applicant', 'telephone', 'received', 'channel', 'content'] as const),
  ...(['answered', 'outcome', 'documentNumber', 'fee', 'remark'] as const),
  ...(['reconsiderationResult', 'litigationRoute', 'litigationResult'] as const),
  ...(['reconsiderationDecided', 'litigationDecided'] as const),
];

export const habits: fc.Arbitrary<Habit> = fc.record({
  labels: fc.constantFrom('form', 'local', 'grouped'),
  order: fc.shuffledSubarray(
    columns.map((_, index) => index),
    { minLength: columns.length },
  ),
  words: fc.constantFrom('form', 'older', 'numbered', 'divided'),
  days: fc.constantFrom('dots', 'dashes', 'slashes', 'chinese', 'numerals', 'eight', 'stored'),
  sheets: fc.constantFrom('one', 'quarters'),
  hasTitle: fc.boolean(),
  hasTotals: fc.boolean(),
  hasBlankRows: fc.boolean(),
  format: fc.constantFrom('csv', 'gb18030', 'xlsx', 'xls', 'ods'),
});

const labels: Readonly<Record<string, readonly [form: string, local: string, group: string, sub: string]>> = {
  number: ['申请编号', '登记编号', '申请情况', '编号'],
  name: ['申请人姓名', '姓名或名称', '申请人', '姓名'],
  applicant: ['申请人类型', '申请主体性质', '申请人', '类型'],
  telephone: ['联系电话', '手机号码', '申请人', '联系方式'],
  received: ['收到日期', '收件时间', '申请情况', '收到日期'],
  channel: ['申请方式', '申请渠道', '申请情况', '方式'],
  content: ['申请内容', '所需政府信息', '申请情况', '内容描述'],
  answered: ['答复日期', '办结时间', '答复情况', '日期'],
  outcome: ['答复类型', '办理结果', '答复情况', '类别'],
  detail: ['具体情形', '不予公开理由', '答复情况', '具体情形'],
  documentNumber: ['答复文号', '告知书文号', '答复情况', '文号'],
  fee: ['收费金额', '信息处理费', '收费', '金额'],
  remark: ['备注', '说明', '备注', '备注'],
  reconsiderationResult: ['复议结果', '行政复议结果', '行政复议', '结果'],
  litigationRoute: ['诉讼途径', '行政诉讼类型', '行政诉讼', '途径'],
  litigationResult: ['诉讼结果', '行政诉讼判决结果', '行政诉讼', '结果'],
  reconsiderationDecided: ['复议决定日期', '行政复议审结时间', '行政复议', '决定日期'],
  litigationDecided: ['判决日期', '行政诉讼裁判时间', '行政诉讼', '结案日期'],
};

const older: Readonly<Record<string, string>> = {
  disclosed: '同意公开',
  partiallyDisclosed: '区分处理',
  stateSecret: '国家秘密',
  prohibitedByLaw: '法律法规禁止',
  securityAndStability: '三安全一稳定',
  thirdPartyRights: '第三方不同意',
  internalAffairs: '内部事务',
  processInformation: '过程性信息',
  enforcementFile: '执法案卷',
  registryInquiry: '行政查询',
  notHeld: '非本机关掌握',
  mustBeCreated: '需要另行制作',
  stillUnclear: '补正后仍不明确',
  petitionOrComplaint: '信访',
  repeatedRequest: '重复申请',
  publicationRequested: '公开出版物',
  excessiveRequests: '大量反复',
  confirmationRequested: '确认或重新出具',
  supplementOverdue: '逾期不补正',
  feeOverdue: '逾期未缴费',
  otherReasons: '撤回',
  otherHandling: '（六）其他处理',
};

const applicants: Readonly<Record<string, readonly [string, string, string]>> = {
  naturalPerson: ['自然人', '公民', '个人'],
  business: ['商业企业', '法人或其他组织（企业）', '法人或其他组织-商业企业'],
  researchInstitution: ['科研机构', '法人或其他组织（科研机构）', '法人或其他组织-科研机构'],
  publicBenefitOrganization: ['社会公益组织', '法人或其他组织（社会公益组织）', '法人或其他组织-公益组织'],
  legalServiceOrganization: ['法律服务机构', '法人或其他组织（律师事务所）', '法人或其他组织-法律服务机构'],
  otherOrganization: ['法人或其他组织-其他', '法人或其他组织（其他）', '法人或其他组织/其他'],
};

const results: Readonly<Record<string, readonly [string, string]>> = {
  upheld: ['结果维持', '维持'],
  corrected: ['结果纠正', '撤销'],
  otherResult: ['其他结果', '终止'],
  pending: ['尚未审结', '审理中'],
};
const routes: Readonly<Record<string, string>> = {
  directLitigation: '未经复议直接起诉',
  litigationAfterReconsideration: '复议后起诉',
};

/** A ledger as a file, kept in a habit. */
export function ledgerFile(
  cases: readonly LedgerCase[],
  habit: Habit,
  year: number,
): { bytes: Uint8Array; fileName: string } {
  const sheets = sheetsOf(cases, habit, year);
  if (habit.format === 'csv' || habit.format === 'gb18030') {
    const text = sheets
      .flat()
      .map((row) => row.map(field).join(','))
      .join('\r\n');
    const bytes = habit.format === 'csv' ? Buffer.from(text, 'utf8') : iconv.encode(text, 'gb18030');
    return { bytes: new Uint8Array(bytes), fileName: '台账.csv' };
  }
  const book = XLSX.utils.book_new();
  sheets.forEach((rows, index) => {
    const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => row.map((value) => value ?? null)));
    if (habit.days === 'stored') storeDays(sheet);
    XLSX.utils.book_append_sheet(book, sheet, sheets.length > 1 ? `第${index + 1}季度` : '台账');
  });
  const bytes: unknown = XLSX.write(book, {
    type: 'buffer',
    bookType: habit.format === 'xls' ? 'biff8' : habit.format,
  });
  if (!(bytes instanceof Uint8Array)) throw new Error('no workbook was written');
  return { bytes: new Uint8Array(bytes), fileName: `台账.${habit.format}` };
}

type Value = string | number | null;

/** Stored days carry this mark until the sheet is made. */
const serialBase = 25_569;

function storeDays(sheet: XLSX.WorkSheet): void {
  for (const [address, cell] of Object.entries(sheet) as [string, XLSX.CellObject][])
    if (!address.startsWith('!') && typeof cell.v === 'number' && cell.v > 40_000) cell.z = 'yyyy/m/d';
}

function sheetsOf(cases: readonly LedgerCase[], habit: Habit, year: number): Value[][][] {
  const isOne = habit.sheets === 'one' || habit.format === 'csv' || habit.format === 'gb18030';
  const quarters = isOne
    ? [cases]
    : [0, 1, 2, 3].map((quarter) => cases.filter((_, index) => index % 4 === quarter));
  return quarters.map((some) => sheetOf(some, habit, year));
}

function sheetOf(cases: readonly LedgerCase[], habit: Habit, year: number): Value[][] {
  const used = columnsOf(habit);
  const rows: Value[][] = [];
  if (habit.hasTitle) rows.push([`某某市某某局${year}年政府信息公开申请台账`]);
  rows.push(...headOf(used, habit));
  cases.forEach((one, index) => {
    if (habit.hasBlankRows && index % 7 === 3) rows.push(used.map(() => null));
    rows.push(used.map((column) => valueOf(one, column, habit, year)));
    if (habit.hasTotals && index % 9 === 8) rows.push(['小计', ...used.slice(1).map(() => null)]);
  });
  if (habit.hasTotals) rows.push(['合计', `${cases.length}件`, ...used.slice(2).map(() => null)]);
  return rows;
}

/** Grouped heads stand beside each other; the others stand in any order. */
function columnsOf({ labels: kind, order, words }: Habit): readonly Column[] {
  const withDetail =
    words === 'divided'
      ? columns.flatMap((column) => (column === 'outcome' ? [column, 'detail' as const] : [column]))
      : columns;
  if (kind !== 'grouped') {
    const shuffled = order.map((index) => columns[index]!);
    return words === 'divided'
      ? shuffled.flatMap((column) => (column === 'outcome' ? [column, 'detail' as const] : [column]))
      : shuffled;
  }
  const groupOf = (column: Column) => labels[column]![2];
  const groups = [...new Set(order.map((index) => groupOf(columns[index]!)))];
  return groups.flatMap((group) => withDetail.filter((column) => groupOf(column) === group));
}

function headOf(used: readonly Column[], { labels: kind }: Habit): Value[][] {
  if (kind !== 'grouped') return [used.map((column) => labels[column]![kind === 'form' ? 0 : 1])];
  const groups = used.map((column) => labels[column]![2]);
  return [
    groups.map((group, index) => (groups[index - 1] === group ? null : group)),
    used.map((column) => (labels[column]![2] === labels[column]![3] ? null : labels[column]![3])),
  ];
}

function valueOf(one: LedgerCase, column: Column, habit: Habit, year: number): Value {
  const isOlder = habit.words === 'older';
  switch (column) {
    case 'name':
      return '某某某';
    case 'telephone':
      return '13900001111';
    case 'content':
      return '某地块的征收批复';
    case 'remark':
    case 'documentNumber':
      return null;
    case 'received':
    case 'answered':
    case 'reconsiderationDecided':
    case 'litigationDecided':
      return one[column] === null ? null : written(one[column], habit);
    case 'applicant':
      return applicants[one.applicant ?? '']![isOlder ? 1 : habit.words === 'numbered' ? 2 : 0];
    case 'outcome':
      return one.outcome === null ? (isOlder ? '办理中' : null) : outcomeWord(one.outcome, habit, year)[0];
    case 'detail':
      return one.outcome === null ? null : outcomeWord(one.outcome, habit, year)[1];
    case 'channel':
      return '邮寄';
    case 'reconsiderationResult':
    case 'litigationResult':
      return one[column] === null ? null : results[one[column]]![isOlder ? 1 : 0];
    case 'litigationRoute':
      return one.litigationRoute === null ? null : routes[one.litigationRoute]!;
    default:
      return typeof one[column] === 'string' ? one[column] : null;
  }
}

/** An outcome in the words of the habit; divided in two columns where it is. */
function outcomeWord(outcome: string, { words }: Habit, year: number): [string, string | null] {
  const rows = tablesOf(formForYear(year)!).find(({ id }) => id === 'requests')!.rows;
  const row = rows.find(({ id }) => id === outcome)!;
  const group = row.group?.startsWith('（') ? row.group : null;
  if (words === 'older') return [older[outcome]!, null];
  if (words === 'numbered' && group !== null) return [`${group.slice(0, 3)}${row.label.slice(0, 1)}`, null];
  if (words === 'divided' && group !== null) return [group.slice(3), row.label.slice(2)];
  return group !== null && row.label.endsWith('其他') ? [`${group}${row.label}`, null] : [row.label, null];
}

function written(day: string, { days, format }: Habit): Value {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  switch (days) {
    case 'dots':
      return `${year}.${month}.${date}`;
    case 'dashes':
      return day;
    case 'slashes':
      return `${year}/${month}/${date}`;
    case 'chinese':
      return `${year}年${month}月${date}日`;
    case 'numerals':
      return `${[...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')}年${numeral(month)}月${numeral(date)}日`;
    case 'eight':
      return day.replaceAll('-', '');
    case 'stored':
      return format === 'csv' || format === 'gb18030' ? day : Date.parse(day) / 86_400_000 + serialBase;
  }
}

function numeral(value: number): string {
  const digits = '〇一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10 === 0 ? '' : digits[value % 10]!;
  return tens === 0 ? ones : `${tens === 1 ? '' : digits[tens]!}十${ones}`;
}

function field(value: Value): string {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
