import type exceljs from 'exceljs';
import { tablesOf } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import { outcomeRowsOf } from '../../ledger/outcomeRow.js';
import { newWorkbook } from '../newWorkbook.js';
import { hasRangeValidations } from '../printed/validations.js';
import { outcomeLabel } from './outcomeLabel.js';

/** How many lines are prepared; a longer ledger copies them down. */
const preparedLines = 2_000;
const firstLine = 3;

interface LedgerColumn {
  readonly head: string;
  readonly width: number;
  readonly kind: 'text' | 'day' | 'money' | 'applicant' | 'channel' | 'outcome' | 'remedy' | 'route';
  readonly field: keyof LedgerCase;
}

/** Nothing that tells who asked: an office keeps that elsewhere. */
const columns: readonly LedgerColumn[] = [
  { head: '申请编号', width: 14, kind: 'text', field: 'number' },
  { head: '申请人类型', width: 22, kind: 'applicant', field: 'applicant' },
  { head: '收到日期', width: 12, kind: 'day', field: 'received' },
  { head: '申请方式', width: 10, kind: 'channel', field: 'channel' },
  { head: '补正告知日期', width: 14, kind: 'day', field: 'correctionAsked' },
  { head: '补正收到日期', width: 14, kind: 'day', field: 'correctionReceived' },
  { head: '征求第三方意见日期', width: 18, kind: 'day', field: 'thirdPartyAsked' },
  { head: '第三方意见收到日期', width: 18, kind: 'day', field: 'thirdPartyReplied' },
  { head: '延期日期', width: 12, kind: 'day', field: 'extended' },
  { head: '答复日期', width: 12, kind: 'day', field: 'answered' },
  { head: '办理结果', width: 40, kind: 'outcome', field: 'outcome' },
  { head: '收费金额', width: 10, kind: 'money', field: 'fee' },
  { head: '复议结果', width: 12, kind: 'remedy', field: 'reconsiderationResult' },
  { head: '复议决定日期', width: 14, kind: 'day', field: 'reconsiderationDecided' },
  { head: '诉讼途径', width: 18, kind: 'route', field: 'litigationRoute' },
  { head: '诉讼结果', width: 12, kind: 'remedy', field: 'litigationResult' },
  { head: '诉讼裁判日期', width: 14, kind: 'day', field: 'litigationDecided' },
];

const channels: Readonly<Record<string, string>> = {
  ...{ inPerson: '当面', post: '邮寄', online: '在线', email: '电子邮件', fax: '传真', other: '其他' },
};

/** A workbook to keep the ledger of a year in: columns that are read without a question, lists to choose from. */
export async function blankLedger(
  form: Form,
  {
    year,
    agencyName,
    cases = [],
  }: { year: number; agencyName?: string | undefined; cases?: readonly LedgerCase[] },
): Promise<Buffer> {
  const words = wordsOf(form);
  const workbook = await newWorkbook();
  // Always the same, so that writing it twice gives the same bytes.
  workbook.created = workbook.modified = new Date(Date.UTC(year, 0, 1));
  const sheet = workbook.addWorksheet('台账', { views: [{ state: 'frozen', ySplit: firstLine - 1 }] });
  sheet.getCell('A1').value = `${agencyName ?? ''}${year}年依申请公开台账`;
  sheet.mergeCells(1, 1, 1, columns.length);
  columns.forEach(({ head, width, kind }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.numFmt = kind === 'day' ? 'yyyy-mm-dd' : kind === 'money' ? '0.00' : '@';
    const cell = sheet.getCell(2, index + 1);
    cell.value = head;
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, vertical: 'middle' };
  });
  cases.forEach((one, line) =>
    columns.forEach(({ field, kind }, index) => {
      const value = one[field];
      if (typeof value !== 'string') return;
      const cell = sheet.getCell(firstLine + line, index + 1);
      cell.value = kind === 'day' ? new Date(`${value}T00:00:00Z`) : (words[kind]?.get(value) ?? value);
    }),
  );
  const lists = workbook.addWorksheet('选项', { state: 'hidden' });
  Object.entries(words).forEach(([kind, labels], index) => {
    const letter = String.fromCharCode(65 + index);
    [...labels.values()].forEach((label, line) => (lists.getCell(`${letter}${line + 1}`).value = label));
    columns.forEach((column, at) => {
      if (column.kind === kind) addList(sheet, at, `选项!$${letter}$1:$${letter}$${labels.size}`);
    });
  });
  columns.forEach(({ kind }, at) => kind === 'day' && addDays(sheet, at, year));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The words of each list, by what they mean. */
function wordsOf(form: Form): Readonly<Record<string, ReadonlyMap<string, string>>> {
  const [requests, remedies] = ['requests', 'remedies'].map((id) =>
    tablesOf(form).find((each) => each.id === id),
  );
  const applicants = requests?.columns.filter(({ id }) => id !== 'total') ?? [];
  return {
    applicant: new Map(
      applicants.map(({ id, label }) => [id, id === 'naturalPerson' ? '公民' : `法人或其他组织（${label}）`]),
    ),
    channel: new Map(Object.entries(channels)),
    outcome: new Map([
      ...outcomeRowsOf(form).map((id) => [id, outcomeLabel(form, id)] as const),
      ['open', '办理中'],
    ]),
    remedy: new Map(
      (remedies?.columns ?? []).filter(({ id }) => id !== 'total').map(({ id, label }) => [id, label]),
    ),
    route: new Map((remedies?.rows ?? []).filter(({ group }) => group).map(({ id, label }) => [id, label])),
  };
}

function rangeOf(at: number): string {
  const letter = String.fromCharCode(65 + at);
  return `${letter}${firstLine}:${letter}${firstLine + preparedLines}`;
}

function addList(sheet: exceljs.Worksheet, at: number, list: string): void {
  if (hasRangeValidations(sheet))
    sheet.dataValidations.add(rangeOf(at), {
      type: 'list',
      formulae: [list],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: '不在选项里',
      error: '请从下拉的选项里选。',
    });
}

function addDays(sheet: exceljs.Worksheet, at: number, year: number): void {
  if (hasRangeValidations(sheet))
    sheet.dataValidations.add(rangeOf(at), {
      type: 'date',
      operator: 'between',
      formulae: [new Date(Date.UTC(year - 3, 0, 1)), new Date(Date.UTC(year + 2, 11, 31))],
      allowBlank: true,
      showErrorMessage: true,
      errorTitle: '不是日期',
      error: `请填日期，例如 ${year}-03-05。`,
    });
}
