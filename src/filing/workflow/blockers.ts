import type { EntityManager } from 'typeorm';
import type { Explanation } from '../../../entities/explaining/Explanation.js';
import { Waiver } from '../../../entities/workflow/Waiver.js';
import { WaiverStatus } from '../../../entities/workflow/WaiverStatus.js';
import { allSums, isUnjudged } from '../../checks/sums/sums.js';
import { nameOf } from '../../checks/sums/sumWords.js';
import { explanationsInForce, loadExplanations, unsettledFindings } from '../explaining/explanations.js';
import { findingId } from '../explaining/findingId.js';
import { holdsFor } from '../explaining/operands.js';
import { listed } from '../../text/listed.js';
import { Refusal } from '../refusal.js';
import type { ReportCells } from '../reports/storedReport.js';

/** How many sums a message names before it only counts. */
const mostListed = 3;

/** What was said and let through about the findings of a report, as far as it still holds. */
export interface InForce {
  readonly explanations: readonly Explanation[];
  readonly waivers: readonly Waiver[];
}

export async function inForce(manager: EntityManager, report: ReportCells, at: Date): Promise<InForce> {
  const granted = await manager.find(Waiver, {
    where: { reportId: report.id, status: WaiverStatus.GRANTED },
    order: { decidedAt: 'DESC', id: 'ASC' },
  });
  const unexpired = granted.filter(({ expiresAt }) => expiresAt !== null && expiresAt > at);
  return {
    explanations: explanationsInForce(report, await loadExplanations(manager, report.id)),
    waivers: report.findings.flatMap(
      (finding) => unexpired.find((waiver) => holdsFor(waiver, report, finding)) ?? [],
    ),
  };
}

/** Everything that keeps a report from being submitted or published; empty when nothing does. */
export async function blockersOf(manager: EntityManager, report: ReportCells, at: Date): Promise<Refusal[]> {
  const { explanations, waivers } = await inForce(manager, report, at);
  const unsettled = [
    ...report.findings.filter(({ severity }) => severity === 'error'),
    ...unsettledFindings(report, explanations),
  ].filter((finding) => !waivers.some((waiver) => holdsFor(waiver, report, finding)));
  const findings = unsettled.map((finding) => {
    const words = finding.severity === 'error' ? '强制性审核未通过' : '需要更正或说明';
    return blocked(`${words}：${finding.message}`, ['findings', findingId(report, finding)]);
  });
  return [...findings, ...unjudgedSums(report)];
}

/** One cause, one line: the sums of a rule that blanks keep from being judged. */
function unjudgedSums(report: ReportCells): Refusal[] {
  const sums = allSums(report).filter(isUnjudged);
  return [...new Set(sums.map(({ rule }) => rule))].map((rule) => {
    const names = sums.filter((sum) => sum.rule === rule).map(nameOf);
    const where = listed(names, mostListed, '处');
    return blocked(`${where}有空白，无法判断“${rule.formula}”。请填满，或在导入时声明空白为零。`, [
      'sums',
      rule.id,
    ]);
  });
}

function blocked(message: string, path: readonly string[]): Refusal {
  return new Refusal('SUBMISSION_BLOCKED', message, path);
}
