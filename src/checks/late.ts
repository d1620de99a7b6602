import { dayInWords } from '../prose/dates.js';
import { statutoryDays, yearDayInWords } from '../season/deadline.js';
import type { Check, RuleText } from './check.js';
import { firstVersion } from './firstVersion.js';

const [departments, governments] = [statutoryDays.DEPARTMENT, statutoryDays.GOVERNMENT].map(yearDayInWords);

const rule: RuleText = {
  id: 'P-LATE',
  severity: 'warning',
  basis: `《政府信息公开条例》第四十九条：部门${departments}前、政府${governments}前；当地规定更早的，从其规定`,
  formula: '上报日期和发布日期不晚于期限',
  versions: [firstVersion],
};

/** Not evaluated before the report is submitted: until then the list of reminders says who is late. */
export const late: Check = {
  ...rule,
  reads: 'schedule',
  appliesTo: () => true,
  judge: ({ schedule }) => {
    if (!schedule) return [];
    const { deadline, submittedOn, publishedOn } = schedule;
    const [step, day] =
      submittedOn !== null && submittedOn > deadline ? ['上报', submittedOn] : ['发布', publishedOn];
    if (day === null || day === undefined || day <= deadline) return [];
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        cells: [],
        left: null,
        right: null,
        difference: null,
        message: `${step}日期是${dayInWords(day)}，晚于期限${dayInWords(deadline)}。请在下一年度按期办理。`,
        compared: [day, deadline],
      },
    ];
  },
};
