import type { EntityManager } from 'typeorm';
import { Waiver } from '../../../entities/workflow/Waiver.js';
import { WaiverStatus } from '../../../entities/workflow/WaiverStatus.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { openReport, type ReportToOpen } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { storableText } from '../storable.js';
import type { Id } from '../../brands/brands.js';

export interface WaiverToDecide extends ReportToOpen {
  readonly waiver: string;
  readonly grant: boolean;
  readonly reason: string;
  /** Until when it is granted. */
  readonly expiresAt: Date | null;
}

const longest = 366 * 24 * 60 * 60 * 1000;

/** 批准豁免: only an agency above lets a blocking finding through, for a reason and a time. */
export async function decideWaiver(
  manager: EntityManager,
  actor: Actor,
  request: WaiverToDecide,
  at = new Date(),
): Promise<Waiver> {
  const { report } = await openReport(manager, actor, { request, purpose: 'STEP' });
  const waiver = await requestedWaiver(manager, report.id, request.waiver);
  refuseAny(checkReason(request.reason));
  const expiresAt = request.grant ? expiry(request.expiresAt, at) : null;
  const decided: Waiver = {
    ...waiver,
    status: request.grant ? WaiverStatus.GRANTED : WaiverStatus.REFUSED,
    approver: actor.name,
    decidedAt: at,
    decisionReason: storableText(request.reason).trim(),
    expiresAt,
  };
  const { id, status, approver, decidedAt, decisionReason } = decided;
  await manager.update(
    Waiver,
    { id, agencyId: waiver.agencyId },
    { status, approver, decidedAt, decisionReason, expiresAt },
  );
  await appendAudit(manager, actor, at, [
    {
      chain: report.agency.id,
      action: request.grant ? 'WAIVER_GRANTED' : 'WAIVER_REFUSED',
      reason: decisionReason,
      agencyId: report.agency.id,
      reportId: report.id,
      version: report.version,
      changes: [],
      details: {
        waiver: id,
        rule: waiver.rule,
        requester: waiver.requester,
        expiresAt: expiresAt?.toISOString() ?? null,
      },
    },
  ]);
  return decided;
}

function expiry(expiresAt: Date | null, at: Date): Date {
  if (expiresAt && expiresAt > at && expiresAt.getTime() - at.getTime() <= longest) return expiresAt;
  throw new Refusal('WAIVER_EXPIRY', '批准豁免时请写明期限：今后一年以内的时间。', ['expiresAt']);
}

async function requestedWaiver(manager: EntityManager, reportId: Id<'Report'>, id: string): Promise<Waiver> {
  const [found] = await manager.query<{ id: Id<'Waiver'> }[]>(
    'SELECT id FROM waiver WHERE id::text = $1 AND report_id = $2 AND status = $3',
    [storableText(id), reportId, WaiverStatus.REQUESTED],
  );
  const waiver = found && (await manager.findOneBy(Waiver, { id: found.id }));
  if (!waiver)
    throw new Refusal('WAIVER_UNKNOWN', '这份报告没有这条豁免申请，或已经处理。请重新查询。', ['waiver']);
  return waiver;
}
