import type { EntityManager } from 'typeorm';
import { Waiver } from '../../../entities/workflow/Waiver.js';
import { WaiverStatus } from '../../../entities/workflow/WaiverStatus.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { findingWithId } from '../explaining/findingId.js';
import { insertRows } from '../insertRows.js';
import { freshReport } from '../correcting/freshReport.js';
import { openReport, type ReportToOpen } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { aboutFinding } from '../explaining/operands.js';
import { refuseAny } from '../refusal.js';
import { storableText } from '../storable.js';
import { newId } from '../newId.js';

export interface WaiverToRequest extends ReportToOpen {
  /** The id of a finding that blocks submission. */
  readonly finding: string;
  readonly reason: string;
}

/** 申请豁免: asks the supervising agency to let a finding through that cannot be put right. */
export async function requestWaiver(
  manager: EntityManager,
  actor: Actor,
  request: WaiverToRequest,
  at = new Date(),
): Promise<Waiver> {
  const open = await openReport(manager, actor, { request, purpose: 'CHANGE' });
  const report = await freshReport(manager, { actor, at }, open);
  const finding = findingWithId(report, request.finding);
  refuseAny(checkReason(request.reason));
  const waiver: Waiver = {
    id: newId(),
    reportId: report.id,
    agencyId: report.agency.id,
    ...aboutFinding(report, finding),
    reason: storableText(request.reason).trim(),
    requester: actor.name,
    requestedAt: at,
    status: WaiverStatus.REQUESTED,
    approver: null,
    decidedAt: null,
    decisionReason: null,
    expiresAt: null,
  };
  await insertRows(manager, Waiver, [waiver]);
  await appendAudit(manager, actor, at, [
    {
      chain: report.agency.id,
      action: 'WAIVER_REQUESTED',
      reason: waiver.reason,
      agencyId: report.agency.id,
      reportId: report.id,
      version: report.version,
      changes: [],
      details: { waiver: waiver.id, rule: waiver.rule, operands: waiver.operands },
    },
  ]);
  return waiver;
}
