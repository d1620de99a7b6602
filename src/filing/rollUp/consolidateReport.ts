import type { EntityManager } from 'typeorm';
import { packPlaces } from '../../../importers/reading/packPlaces.js';
import { formForYear } from '../../forms/index.js';
import type { Actor } from '../access/actor.js';
import { agencyInReach } from '../agencies/agencyInScope.js';
import { compareCells } from '../reports/compareCells.js';
import { currentReports } from '../reports/currentReports.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { judgeChanged } from '../judging/judgeChanged.js';
import { loadReport } from '../reports/loadReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import type { ReportCells } from '../reports/storedReport.js';
import { storedText } from '../reports/storedText.js';
import { storeVersions } from '../judging/storeVersions.js';
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
  const reports = await currentReports(manager, [{ agencyId: agency.id, year }]);
  const current = reports.get(agency.id, year);
  if (current) requireOpen(current.status);
  if ((current?.version ?? null) !== expectedVersion)
    throw new Refusal(
      'VERSION_CONFLICT',
      `报告现在是第 ${current?.version ?? 0} 版，不是第 ${expectedVersion ?? 0} 版。请按现在的数字重新核对后再汇总。`,
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
  const diff = current ? compareCells(current, { form, values }) : [];
  if (current && diff.length === 0)
    throw new Refusal('NOTHING_CHANGED', '汇总数与现在的数相同，没有任何改动。', ['agency']);
  const sections = current?.sections ?? [];
  const prose = { sections, headings: null, datedOn: null };
  await storeVersions(
    manager,
    actor,
    at,
    [
      {
        ...prose,
        agencyId: agency.id,
        year,
        current,
        form,
        values,
        diff,
        cellText: storedText({ values }, { raws: null, places: packPlaces(values.map(() => null)) }),
        correctedCells: [],
        problems: [],
        origin: 'CONSOLIDATION',
        uploadSha256: null,
        blanksAreZero: false,
        errorPolicy: 'REJECT_REPORT',
        findings: await judgeChanged(
          manager,
          { ...prose, agencyId: agency.id, form, values, year, agency },
          reports,
        ),
        action: 'REPORT_CONSOLIDATED',
        reason: request.reason.trim(),
        details: { expected: rollUp.expected, filed: sum.filed, depth },
      },
    ],
    reports,
  );
  const report = await loadReport(manager, agency.code, year);
  if (!report) throw new Error('a report that was just consolidated is gone');
  return report;
}
