import type { Form } from '../forms/form.js';
import { dayInWords } from '../prose/dates.js';
import type { Day } from '../season/chinaDay.js';
import { courseInYear, isOfYear } from './courseInYear.js';
import { dueDay, lastDayToExtend } from './dueDay.js';
import { openOutcome, type LedgerCase } from './LedgerCase.js';
import { outcomeRow } from './outcomeRow.js';
import { remedyFindings, type RemedyFault } from './remedyFindings.js';
import type { WorkingDays } from './workingDays.js';

/** What can be wrong with a case, by the code it is told with. */
export type CaseFault =
  | 'CASE_TWICE'
  | 'RECEIPT_MISSING'
  | 'APPLICANT_MISSING'
  | 'OUTCOME_MISSING'
  | 'OUTCOME_WITHOUT_DAY'
  | 'OUTCOME_NOT_IN_FORM'
  | 'ANSWER_BEFORE_RECEIPT'
  | 'FEE_MISSING'
  | RemedyFault
  | 'ANSWER_LATE'
  | 'EXTENSION_LATE';

/** What is wrong with a case. */
export interface CaseFinding<Case extends LedgerCase = LedgerCase> {
  readonly code: CaseFault;
  readonly case: Case;
  /** Chinese: what is wrong and what to do. */
  readonly message: string;
  /** Of a late answer: the last day on which it would not have been. */
  readonly due?: Day;
}

/** What the cases of a year are judged by. */
export interface CaseRules {
  readonly form: Form;
  readonly year: number;
  readonly calendar: WorkingDays;
  /** The day it is: an answer that is still to come is late only when its day has passed. */
  readonly today: Day;
}

/** What is wrong with the cases of a ledger, in its order. */
export function caseFindings<Case extends LedgerCase>(
  cases: readonly Case[],
  rules: CaseRules,
): readonly CaseFinding<Case>[] {
  const seen = new Set<string>();
  return cases.flatMap((one) => {
    const isTwice = seen.has(one.number);
    seen.add(one.number);
    const course = courseInYear(one, rules.year);
    const found: Fault[] = isOfYear(course) || course === 'unknown' ? faultsOf(one, rules) : [];
    found.push(...remedyFindings(one, rules.year));
    if (isTwice)
      found.push({
        code: 'CASE_TWICE',
        message: '这个编号在台账里出现不止一次。一件申请记一行；分成几件办理的，请分别编号。',
      });
    return found.map((each) => ({ ...each, case: one }));
  });
}

/** What is to be said of the remedies of cases that are not kept for the year. */
export function remediesElsewhere<Case extends LedgerCase>(
  cases: readonly Case[],
  year: number,
): readonly CaseFinding<Case>[] {
  return cases.flatMap((one) => remedyFindings(one, year).map((each) => ({ ...each, case: one })));
}

type Fault = Omit<CaseFinding, 'case'>;

function faultsOf(one: LedgerCase, rules: CaseRules): Fault[] {
  const { received, applicant, outcome, answered, extended, fee } = one;
  const faults: Fault[] = [];
  const isRead = (field: keyof LedgerCase): boolean => !one.unread?.includes(field);
  const add = (code: CaseFault, message: string): unknown => faults.push({ code, message });
  if (received === null && isRead('received'))
    add('RECEIPT_MISSING', '没有收到日期，不知道属于哪一年。请补填。');
  if (applicant === null && isRead('applicant'))
    add('APPLICANT_MISSING', '没有申请人类型，不知道计入哪一列。请补填。');
  const isConcluded = outcome !== null && outcome !== openOutcome;
  if (isConcluded && answered === null && isRead('answered'))
    add('OUTCOME_WITHOUT_DAY', '有办理结果，没有答复日期，按没有办结计算。请补填答复日期。');
  if (outcome === null && answered !== null && isRead('outcome'))
    add('OUTCOME_MISSING', '有答复日期，没有办理结果，不知道计入哪一行。请补填。');
  if (isConcluded && outcomeRow(rules.form, outcome) === null)
    add('OUTCOME_NOT_IN_FORM', `${rules.form.id} 格式没有这一种办理结果，请改用这份格式的一行。`);
  if (received !== null && answered !== null && answered < received)
    add(
      'ANSWER_BEFORE_RECEIPT',
      `${dayInWords(answered)}答复，早于${dayInWords(received)}收到。请核对这两个日期。`,
    );
  if (outcome === 'feeOverdue' && fee === null)
    add('FEE_MISSING', '办理结果是逾期未缴费，台账里却没有收费金额。请核对。');
  const due = lateSince(one, rules);
  if (due !== null)
    faults.push({
      code: 'ANSWER_LATE',
      due,
      message: `应当在${dayInWords(due)}前答复（含当日），${answered === null ? '到现在没有答复' : `${dayInWords(answered)}才答复`}。`,
    });
  const extendedOn = extended === 'yes' ? null : extended;
  const last = extendedOn && lastDayToExtend(one, rules.calendar);
  if (extendedOn && last && extendedOn > last)
    add(
      'EXTENSION_LATE',
      `${dayInWords(extendedOn)}才延期，期限到${dayInWords(last)}已经届满。请核对延期日期。`,
    );
  return faults;
}

/** The day an answer was due that came later, or has not come although that day and the year are over. */
export function lateSince(
  one: LedgerCase,
  { calendar, year, today }: Pick<CaseRules, 'calendar' | 'year' | 'today'>,
): Day | null {
  const due = dueDay(one, calendar);
  if (due === null) return null;
  const isOpen = one.outcome === null || one.outcome === openOutcome;
  if (isOpen && (one.answered === null || one.outcome === openOutcome))
    return due < today && due <= `${year}-12-31` ? due : null;
  return one.answered !== null && one.answered > due ? due : null;
}
