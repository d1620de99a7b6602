import { isEmptyForm } from '../cells.js';
import { wordsOf } from '../words/described.js';
import { importStatuses } from '../words/importStatuses.js';
import type { FileOutcome, ReportOutcome } from '../filing/importing/importOutcome.js';
import { problemLines } from './describeFile.js';

const statuses = wordsOf(importStatuses);

/** What became of an imported file, for people. Clean-ups are left to `check`. */
export function describeOutcome({ file, status, problems, reports }: FileOutcome): string {
  return [
    `[${statuses[status]}] ${file}`,
    ...problemLines(problems.filter(({ severity }) => severity !== 'info')),
    ...reports.flatMap(reportLines),
  ].join('\n');
}

/** What became of one report. */
export function reportLines(report: ReportOutcome): string[] {
  const { at, agency, agencyCode, year, status, version, problems, cells, findings, diff } = report;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const explains = findings.filter(({ severity }) => severity === 'explain').length;
  const facts = [
    ...(at === undefined ? [] : [at]),
    `${agency ?? '机关不详'}${agencyCode === null ? '' : `（${agencyCode}）`}`,
    year === null ? '年度不详' : `${year} 年度`,
    statuses[status],
    ...(version === null ? [] : [`第 ${version} 版`]),
    ...(diff.length === 0 ? [] : [`改动 ${diff.length} 格`]),
    // A stored report may have been corrected since: what is wrong with the file says nothing of it.
    ...(status === 'UNCHANGED'
      ? ['同样的内容早已导入']
      : [...(isEmptyForm(cells) ? ['表是空的'] : [`错误 ${errors} 个`]), `需说明 ${explains} 个`]),
  ];
  return [
    `  ${facts.join('，')}`,
    ...problemLines(problems.filter(({ severity }) => severity !== 'info')),
    ...(status === 'UNCHANGED' ? [] : findings)
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message }) => `  [错误] ${rule}：${message}`),
  ];
}
