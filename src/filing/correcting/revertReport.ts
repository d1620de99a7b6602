import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { changeReport, type Corrected } from './changeReport.js';
import { openReport } from './openReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
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
  const open = await openReport(manager, actor, { request: reversion, purpose: 'CHANGE' });
  const { report } = open;
  refuseAny(checkReason(reason));
  const earlier = await loadVersion(manager, report.id, toVersion);
  if (!earlier)
    throw new Refusal('VERSION_NOT_FOUND', `报告没有第 ${toVersion} 版。请在版本列表中查看。`, ['toVersion']);
  if (toVersion === report.version)
    throw new Refusal('NOTHING_CHANGED', `现在就是第 ${toVersion} 版，没有任何改动。`, ['toVersion']);
  const { form, values, raws, places, correctedCells, sections, headings, datedOn, problems } = earlier;
  const { publishedOn, uploadSha256, blanksAreZero, errorPolicy } = earlier;
  const change = {
    content: {
      ...{ form, values, raws, places, correctedCells, sections, headings, datedOn, problems },
      ...{ publishedOn, uploadSha256, blanksAreZero, errorPolicy },
    },
    origin: 'REVERT',
    action: 'REPORT_REVERTED',
    reason,
    details: { toVersion },
  } as const;
  return changeReport(manager, { actor, at: new Date() }, open, change);
}
