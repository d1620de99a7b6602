import { findCell } from '../../cells.js';
import { sentencesOf } from '../../prose/sentences.js';
import type { RuleText } from '../check.js';
import { isFeeStatement } from './fee.js';
import { findingOf, proseCheck, sectionName, sectionOf } from './proseCheck.js';

const rule: RuleText = {
  id: 'P-FEES',
  severity: 'warning',
  basis: '《政府信息公开条例》第四十二条：逾期未缴费是指收到收费通知后没有缴纳',
  formula: '三（六）2＞0 时，六没有写从未收费；收费情况写在六',
  versions: [{ version: 1, since: '2026-11-27', words: '首次发布' }],
};

const section = 'otherMatters';
const feeOverdue = 'requests.feeOverdue.total';

/** 未收取, 没有发生收费: nobody was ever asked to pay. */
const neverAsked =
  /(?:未|没有|不曾|无)(?:发生|产生|收取|收费|出现|任何|过|向|对)|收取[^，。；]{0,20}(?<!\d)0(?:\.0+)?(?:件|元|万元)|零收费|(?:均|都|皆)[为是]\s*[“"]?[0０零]/;

/** Whether a sentence says that no fee was asked. */
export function deniesFees(sentence: string): boolean {
  return neverAsked.test(sentence);
}

/** A request closed for an unpaid fee while no fee was ever asked; the statement in another section. */
export const fees = proseCheck(
  rule,
  ({ form, values, prose }) => {
    const own = sentencesOf(sectionOf(prose, section)?.text ?? '').filter(isFeeStatement);
    const cell = findCell(form, feeOverdue);
    const overdue = cell && values[cell.position];
    const denial = own.find(deniesFees);
    if (cell && overdue != null && overdue > 0n && denial !== undefined)
      return [
        {
          ...findingOf(rule, {
            message: `三（六）2“逾期未缴费”有 ${overdue} 件，而${sectionName(form, section)}写的是没有收费。没有发过收费通知的，不计入这一行；发过的，请在六写明。`,
            text: denial,
            section,
          }),
          cells: [cell.key],
          left: `${overdue}`,
          right: '0',
          difference: `${overdue}`,
        },
      ];
    if (own.length > 0) return [];
    return prose.sections
      .filter(({ id }) => id !== section)
      .flatMap(({ id, text }) =>
        sentencesOf(text)
          .filter(isFeeStatement)
          .slice(0, 1)
          .map((sentence) => ({
            ...findingOf(rule, {
              message: `收取信息处理费的情况写在${sectionName(form, id)}，统一格式要求写在${sectionName(form, section)}。`,
              text: sentence,
              section: id,
            }),
            severity: 'info' as const,
          })),
      );
  },
  (form) => findCell(form, feeOverdue) !== undefined,
);
