import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { compareCells } from '../reports/compareCells.js';
import { reloaded, type Corrected } from './correctCells.js';
import { compareFindings } from './findingChanges.js';
import { judgeChanged } from '../judging/judgeChanged.js';
import { openReport } from './openReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { packText } from '../reports/storedText.js';
import { storeVersions } from '../judging/storeVersions.js';
import { loadVersion } from '../reports/versions.js';

export interface Reversion {
  /** The code of the agency. */
  readonly agency: string;
  readonly year: number;
  readonly expectedVersion: number;
  readonly toVersion: number;
  readonly reason: string;
}

/** Makes an earlier version current again, as a new version: nothing that happened since is lost. */
export async function revertReport(
  manager: EntityManager,
  actor: Actor,
  reversion: Reversion,
): Promise<Corrected> {
  const { toVersion, reason } = reversion;
  const { report, current, reports } = await openReport(manager, actor, reversion, 'CHANGE');
  refuseAny(checkReason(reason));
  const earlier = await loadVersion(manager, report.id, toVersion);
  if (!earlier)
    throw new Refusal('VERSION_NOT_FOUND', `报告没有第 ${toVersion} 版。请在版本列表中查看。`, ['toVersion']);
  if (toVersion === report.version)
    throw new Refusal('NOTHING_CHANGED', `现在就是第 ${toVersion} 版，没有任何改动。`, ['toVersion']);
  const { agencyId, year, agency } = current;
  const findings = await judgeChanged(manager, { ...earlier, agencyId, year, agency }, reports);
  await storeVersions(
    manager,
    actor,
    new Date(),
    [
      {
        ...earlier,
        agencyId,
        year,
        current,
        cellText: packText(earlier, earlier),
        findings,
        diff: compareCells(report, earlier),
        origin: 'REVERT',
        action: 'REPORT_REVERTED',
        reason: reason.trim(),
        details: { toVersion },
      },
    ],
    reports,
  );
  return {
    report: await reloaded(manager, report),
    ...compareFindings(report.findings, findings),
  };
}
