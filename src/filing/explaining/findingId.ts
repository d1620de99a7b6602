import type { Finding } from '../../checks/check.js';
import { findingKey } from '../../checks/index.js';
import { Refusal } from '../refusal.js';
import { sha256 } from '../sha256.js';
import type { ReportHead } from '../reports/storedReport.js';
import type { Id } from '../../brands/brands.js';
import { isUuid } from '../isUuid.js';

type Named = Pick<ReportHead, 'id'>;

/** The same as long as the report, the rule and the cells are; unlike any finding of another report. */
export function findingId({ id }: Named, finding: Finding): string {
  const name = Buffer.from(sha256(findingKey(finding)), 'hex')
    .toString('base64url')
    .slice(0, 22);
  return `${id}.${finding.rule}.${name}`;
}

/** The id of the report of which an id names a finding; null when it names none. */
export function reportOfFinding(id: string): Id<'Report'> | null {
  const [, report = ''] = /^([0-9a-f-]{36})\.[A-Z-]+\.[\w-]{22}$/.exec(id) ?? [];
  return isUuid<'Report'>(report) ? report : null;
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
