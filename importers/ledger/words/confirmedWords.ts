import { tablesOf } from '../../../src/cells.js';
import type { Form } from '../../../src/forms/form.js';
import { openOutcome } from '../../../src/ledger/LedgerCase.js';
import { outcomeRow } from '../../../src/ledger/outcomeRow.js';
import { isLedgerField, ledgerFields } from '../../../src/ledger/ledgerFields.js';
import { remedyWords, routeWords } from './otherWords.js';
import { isPersonal } from '../personal.js';
import { shortened } from '../../../src/text/shortened.js';

/** What an office has confirmed: which column is what, and what its words mean. */
export interface ConfirmedWords {
  readonly columns: Readonly<Record<string, string>>;
  readonly applicant: Readonly<Record<string, string>>;
  readonly outcome: Readonly<Record<string, string>>;
  /** Words for results of reconsiderations and lawsuits: columns of 四; for the way to court: its rows. */
  readonly remedies: Readonly<Record<string, string>>;
}

export const noWordsConfirmed: ConfirmedWords = { columns: {}, applicant: {}, outcome: {}, remedies: {} };

const parts = ['columns', 'applicant', 'outcome', 'remedies'] as const;
/** Columns that no office may give another meaning. */
const neverKept = /姓名|电话|手机|联系方式|身份证|证件号|住址|地址|邮箱|邮编|申请内容|所需.*信息/;
const mostEntries = 500;
const longestEntry = 200;

/** The confirmed words a JSON value states, or what is wrong with it, in Chinese. */
export function confirmedWords(value: unknown, form: Form): ConfirmedWords | string {
  if (!isRecord(value)) return '应为 { "columns": …, "applicant": …, "outcome": … }。';
  const unknownPart = Object.keys(value).find((key) => !parts.some((part) => part === key));
  if (unknownPart !== undefined)
    return `没有“${shortened(unknownPart, 40)}”这一部分，只有 columns、applicant、outcome、remedies。`;
  const words: Record<(typeof parts)[number], Record<string, string>> = {
    columns: {},
    applicant: {},
    outcome: {},
    remedies: {},
  };
  for (const part of parts) {
    const entries: unknown = value[part] ?? {};
    if (!isRecord(entries)) return `${part} 应为一组“词: 名称”。`;
    if (Object.keys(entries).length > mostEntries) return `${part} 最多 ${mostEntries} 个。`;
    for (const [key, meaning] of Object.entries(entries)) {
      if (typeof meaning !== 'string' || key.length > longestEntry || meaning.length > longestEntry)
        return `${part} 中“${shortened(key, 40)}”的值应为不超过 ${longestEntry} 个字的文字。`;
      const fault = faultOf(part, key, meaning, form);
      if (fault !== null) return fault;
      words[part][key] = meaning;
    }
  }
  return words;
}

function faultOf(part: (typeof parts)[number], key: string, meaning: string, form: Form): string | null {
  if (isPersonal(key)) return `${part} 中有电话、身份证号或邮箱，不能作为用词。`;
  const requests = tablesOf(form).find(({ id }) => id === 'requests');
  switch (part) {
    case 'columns':
      if (!isLedgerField(key)) return `columns 中没有“${shortened(key, 40)}”这一项。`;
      return neverKept.test(meaning)
        ? `“${shortened(meaning, 40)}”一列不保存，不能用作${ledgerFields[key]}。`
        : null;
    case 'applicant':
      return meaning !== 'total' && requests?.columns.some(({ id }) => id === meaning)
        ? null
        : `applicant 中“${shortened(key, 40)}”的“${shortened(meaning, 40)}”不是表三的一列。`;
    case 'remedies':
      return Object.hasOwn(remedyWords, meaning) || Object.hasOwn(routeWords, meaning)
        ? null
        : `remedies 中“${shortened(key, 40)}”的“${shortened(meaning, 40)}”不是表四的一列或一行。`;
    case 'outcome':
      return meaning === openOutcome || meaning === 'carriedForward' || outcomeRow(form, meaning) !== null
        ? null
        : `outcome 中“${shortened(key, 40)}”的“${shortened(meaning, 40)}”不是 ${form.id} 格式表三的一种办理结果。`;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
