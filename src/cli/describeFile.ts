import type { FileDocument, ReportDocument } from '../filing/judging/checkDocument.js';
import type { Problem } from '../problems/problem.js';
import { severityWords } from '../checks/severityWords.js';

/** What was read from a file and what is wrong with it, for people. */
export function describeFile({ file, problems, reports }: FileDocument): string {
  return [file, ...problems.map(problemLine), ...reports.flatMap(reportLines)].join('\n');
}

function reportLines(report: ReportDocument): string[] {
  const { form, year, agency, cells, problems, findings, repairs } = report;
  const all = Object.values(cells);
  const filled = all.filter(({ value }) => value !== null).length;
  const title = [agency ?? '机关不详', year === null ? '年度不详' : `${year} 年度`, `${form} 格式`];
  const wrong = problems.length + findings.length;
  return [
    `  ${title.join('，')}：读出 ${filled}/${all.length} 格${wrong === 0 ? '，没有发现问题' : ''}`,
    ...problems.map(problemLine),
    ...findings.map(({ severity, rule, message }) => `  [${severityWords[severity]}] ${rule}：${message}`),
    ...repairs.map(({ message }) => `  [建议] ${message}`),
  ];
}

export function problemLine({ severity, code, at, message }: Problem): string {
  // Most messages name the place themselves.
  const place = at !== undefined && !message.includes(at) ? ` ${at}` : '';
  return `  [${severityWords[severity]}] ${code}${place}：${message}`;
}
