import { dayInWords } from '../prose/dates.js';
import { courseInYear } from './courseInYear.js';
import type { LedgerCase } from './LedgerCase.js';
import { remediesInYear, undecided } from './remediesInYear.js';

/** What can be wrong with the remedies of a case, by the code it is told with. */
export type RemedyFault = 'ROUTE_MISSING' | 'REMEDY_DAY_MISSING' | 'REMEDY_LATER' | 'REMEDY_RESULT_MISSING';

export interface RemedyFinding {
  readonly code: RemedyFault;
  readonly message: string;
}

/** What 四 does not count of a case, or counts otherwise than its line says, in a year. */
export function remedyFindings(one: LedgerCase, year: number): RemedyFinding[] {
  const found: RemedyFinding[] = [];
  if (isWithout(one)) return found;
  const course = courseInYear(one, year);
  if (course === 'after') return found;
  const isRead = (field: keyof LedgerCase): boolean => !one.unread?.includes(field);
  const { litigationResult } = course === 'unknown' ? one : remediesInYear(one, year);
  if (litigationResult !== null && one.litigationRoute === null && isRead('litigationRoute'))
    found.push({
      code: 'ROUTE_MISSING',
      message: '有诉讼结果，不知道是未经复议直接起诉还是复议后起诉。请补填。',
    });
  for (const [name, resultField, dayField] of [
    ['复议', 'reconsiderationResult', 'reconsiderationDecided'],
    ['诉讼', 'litigationResult', 'litigationDecided'],
  ] as const) {
    const [result, decided] = [one[resultField], one[dayField]];
    if (result === null && decided !== null && isRead(resultField))
      found.push({
        code: 'REMEDY_RESULT_MISSING',
        message: `有${name}的决定日期，没有${name}结果，没有计入表四。请补填。`,
      });
    if (result === null || result === undecided) continue;
    if (decided === null && course === 'before' && isRead(dayField))
      found.push({
        code: 'REMEDY_DAY_MISSING',
        message: `这件申请在 ${year} 年以前已经办结，有${name}结果，没有决定日期，没有计入表四。${name}是 ${year} 年审结的，请补填决定日期。`,
      });
    if (decided !== null && decided > `${year}-12-31`)
      found.push({
        code: 'REMEDY_LATER',
        message: decided.startsWith(String(year + 1))
          ? `${name}到${dayInWords(decided)}才审结，${year} 年度按“尚未审结”计入表四。${name}是 ${year} 年以后才提出的，请在 ${year} 年度的台账里把${name}结果留空。`
          : `${name}到${dayInWords(decided)}才审结，没有计入 ${year} 年度的表四。${year} 年底已经提出、还没有审结的，请在 ${year} 年度的台账里把${name}结果写成“尚未审结”。`,
      });
  }
  return found;
}

/** Most cases have none. */
function isWithout(one: LedgerCase): boolean {
  return (
    one.reconsiderationResult === null &&
    one.litigationResult === null &&
    one.reconsiderationDecided === null &&
    one.litigationDecided === null
  );
}
