import type { EntityManager } from 'typeorm';
import { formForYear } from '../../forms/index.js';
import type { Actor } from '../access/actor.js';
import { agencyInReach } from '../agencies/agencyInScope.js';
import { changeReport, type ReportChange } from '../correcting/changeReport.js';
import { compareCells } from '../reports/compareCells.js';
import { emptyReport } from '../reports/emptyReport.js';
import { loadOpenReport } from '../reports/loadOpenReport.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import type { ReportCells } from '../reports/storedReport.js';
import { unpackText } from '../reports/storedText.js';
import { requireOpen } from '../locked.js';
import { requireReportable } from './requireReportable.js';
import { sumReports } from './sumReports.js';

export interface ReportToConsolidate {
  /** The code of an agency that stands for others. */
  readonly agency: string;
  readonly year: number;
  /** The version that is replaced; null when there is no report yet. */
  readonly expectedVersion: number | null;
  /** As for a roll-up. */
  readonly depth: number | null;
  readonly reason: string;
}

/** 汇总: makes the sum of the reports below an agency its own draft, in place of what it had. */
export async function consolidateReport(
  manager: EntityManager,
  actor: Actor,
  request: ReportToConsolidate,
  at = new Date(),
): Promise<ReportCells> {
  const { year, depth, expectedVersion } = request;
  const agency = await agencyInReach(manager, actor, request.agency);
  await lockAgencies(manager, [agency.id]);
  const { report, reports } = await loadOpenReport(manager, agency.id, year);
  if (report) requireOpen(report.status);
  if ((report?.version ?? null) !== expectedVersion)
    throw new Refusal(
      'VERSION_CONFLICT',
      `报告现在是第 ${report?.version ?? 0} 版，不是第 ${expectedVersion ?? 0} 版。请按现在的数字重新核对后再汇总。`,
      ['expectedVersion'],
    );
  refuseAny(checkReason(request.reason));
  if (!agency.consolidates)
    throw new Refusal(
      'NOT_CONSOLIDATING',
      `“${agency.name}”不是汇总户，没有可汇总的报告。请先把它登记为汇总户。`,
      ['agency'],
    );
  const form = formForYear(year);
  const rollUp = await sumReports(manager, { agency, year, depth });
  const sum = rollUp.sums.find((each) => each.form === form);
  if (!form || !sum)
    throw new Refusal(
      'NOTHING_TO_CONSOLIDATE',
      `“${agency.name}”名单内的机关还没有 ${year} 年度的报告。请催报后再汇总。`,
      ['agency'],
    );
  const { values } = sum;
  requireReportable(sum);
  if (report && compareCells(report, { form, values }).length === 0)
    throw new Refusal('NOTHING_CHANGED', '汇总数与现在的数相同，没有任何改动。', ['agency']);
  const blank = emptyReport(agency, year, form, at);
  const change: ReportChange = {
    // The prose stays; whatever else a file said of the numbers is not said of the sum.
    content: {
      ...{ form, values, ...unpackText({ form, values }, { raws: [], places: values.map(() => null) }) },
      ...{ correctedCells: [], headings: null, datedOn: null, publishedOn: null, problems: [] },
      ...{ uploadSha256: null, blanksAreZero: false, errorPolicy: blank.errorPolicy },
    },
    origin: 'CONSOLIDATION',
    action: 'REPORT_CONSOLIDATED',
    reason: request.reason,
    details: { expected: rollUp.expected, filed: sum.filed, depth },
  };
  const open = { report: report ?? blank, reports };
  return (await changeReport(manager, { actor, at }, open, change)).report;
}
