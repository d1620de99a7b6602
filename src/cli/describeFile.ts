import { isEmptyForm } from '../cells.js';
import type { FileDocument, ReportDocument } from '../filing/judging/checkDocument.js';
import { groupProblems, otherPlaces } from '../text/groupProblems.js';
import type { Problem } from '../problems/problem.js';
import { severityWords } from '../checks/severityWords.js';

/** What was read from a file and what is wrong with it, for people. */
export function describeFile({ file, problems, reports }: FileDocument): string {
  return [file, ...problemLines(problems), ...reports.flatMap(reportLines)].join('\n');
}

function reportLines(report: ReportDocument): string[] {
  const { form, year, agency, cells, problems, findings, repairs } = report;
  const all = Object.values(cells);
  const filled = all.filter(({ value }) => value !== null).length;
  const title = [agency ?? '机关不详', year === null ? '年度不详' : `${year} 年度`, `${form} 格式`];
  const wrong = problems.length + findings.length;
  return [
    `  ${title.join('，')}：读出 ${filled}/${all.length} 格${isEmptyForm(cells) ? '，表是空的' : wrong === 0 ? '，没有发现问题' : ''}`,
    ...problemLines(problems),
    ...findings.map(({ severity, rule, message }) => `  [${severityWords[severity]}] ${rule}：${message}`),
    ...repairs.map(({ message }) => `  [建议] ${message}`),
  ];
}

/** One line for each cause. */
export function problemLines(problems: readonly Problem[]): string[] {
  return groupProblems(problems).map((group) => problemLine(group.first) + otherPlaces(group));
}

function problemLine({ severity, code, at, message }: Problem): string {
  // Most messages name the place themselves.
  const place = at !== undefined && !message.includes(at) ? ` ${at}` : '';
  return `  [${severityWords[severity]}] ${code}${place}：${message}`;
}
