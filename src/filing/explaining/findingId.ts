import { createHash } from 'node:crypto';
import type { Finding } from '../../checks/check.js';
import { findingKey } from '../../checks/index.js';
import { Refusal } from '../refusal.js';
import type { ReportHead } from '../reports/storedReport.js';

type Named = Pick<ReportHead, 'agency' | 'year'>;

/** The same as long as the report, the rule and the cells are; unlike any finding of another report. */
export function findingId({ agency, year }: Named, finding: Finding): string {
  const name = `${agency.code} ${year} ${findingKey(finding)}`;
  return `${finding.rule}.${createHash('sha256').update(name).digest('base64url').slice(0, 22)}`;
}

/** The finding of a report with this id; FINDING_UNKNOWN when the report has none such now. */
export function findingWithId(report: ReportHead, id: string): Finding {
  const finding = report.findings.find((each) => findingId(report, each) === id);
  if (finding) return finding;
  throw new Refusal(
    'FINDING_UNKNOWN',
    '这份报告现在没有这个核对结果：数字可能已经改动。请重新查询 findings。',
    ['finding'],
  );
}
