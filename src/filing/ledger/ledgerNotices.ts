import type { YearOfCase } from '../../ledger/courseInYear.js';
import { dueDay } from '../../ledger/dueDay.js';
import type { LedgerCase } from '../../ledger/LedgerCase.js';
import type { WorkingDays } from '../../ledger/workingDays.js';
import { problem, type Problem } from '../../problems/problem.js';

/** A ledger that goes on from year to year holds cases of others: that is no error. */
export function otherYears(courses: readonly YearOfCase[], year: number): Problem[] {
  const before = courses.filter((course) => course === 'before').length;
  const after = courses.filter((course) => course === 'after').length;
  if (before + after === 0) return [];
  const parts = [
    ...(before > 0 ? [`${year} 年以前已经办结的 ${before} 件`] : []),
    ...(after > 0 ? [`${year} 年以后收到的 ${after} 件`] : []),
  ];
  return [problem('CASES_OF_OTHER_YEARS', `${parts.join('，')}，不计入 ${year} 年度。`)];
}

/** Whose term nobody can judge. */
export function notJudged(cases: readonly LedgerCase[], calendar: WorkingDays): Problem[] {
  const unjudged = cases.filter((one) => one.received !== null && dueDay(one, calendar) === null).length;
  if (unjudged === 0) return [];
  return [
    problem(
      'TERM_NOT_JUDGED',
      `${unjudged} 件没有判断是否超期：逾期不补正或不缴费结案、收费、缺少补正或征求意见的日期，或期限经过的年份还不知道工作日安排。`,
    ),
  ];
}
