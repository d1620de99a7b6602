import type { EntityManager } from 'typeorm';
import { Proposal } from '../../../entities/workflow/Proposal.js';
import { ProposalStatus } from '../../../entities/workflow/ProposalStatus.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { correctOpen } from '../correcting/correctCells.js';
import type { Corrected } from '../correcting/changeReport.js';
import { openReport, type ReportToOpen } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { storableText } from '../storable.js';
import type { Id } from '../../brands/brands.js';

export interface ProposalToDecide extends ReportToOpen {
  readonly proposal: string;
  readonly take: boolean;
  /** Why; needed to decline. */
  readonly reason: string | null;
}

export interface ProposalDecided {
  readonly proposal: Proposal;
  /** What taking it did; null when it was declined. */
  readonly corrected: Corrected | null;
}

/** The owner takes a proposed change, which makes it an ordinary correction, or declines it with a reason. */
export async function decideProposal(
  manager: EntityManager,
  actor: Actor,
  { take, reason, proposal: id, ...request }: ProposalToDecide,
  at = new Date(),
): Promise<ProposalDecided> {
  const open = await openReport(manager, actor, { request, purpose: take ? 'CHANGE' : 'STEP' });
  const { report } = open;
  const proposal = await openProposal(manager, report.id, id);
  if (!take) refuseAny(checkReason(reason ?? ''));
  const decided: Proposal = {
    ...proposal,
    status: take ? ProposalStatus.TAKEN : ProposalStatus.DECLINED,
    decidedAt: at,
    decidedBy: actor.name,
    decisionReason: reason === null ? null : storableText(reason).trim(),
  };
  const { status, decidedAt, decidedBy, decisionReason } = decided;
  await manager.update(
    Proposal,
    { id, agencyId: proposal.agencyId },
    { status, decidedAt, decidedBy, decisionReason },
  );
  if (take)
    return {
      proposal: decided,
      corrected: await correctOpen(manager, { actor, at }, open, {
        changes: proposal.changes.map(({ key, after }) => ({ key, value: after })),
        reason: `采纳${proposal.proposedBy}的修改建议：${proposal.reason}`.slice(0, 500),
        preview: false,
      }),
    };
  await appendAudit(manager, actor, at, [
    {
      chain: report.agency.id,
      action: 'PROPOSAL_DECLINED',
      reason: decisionReason,
      agencyId: report.agency.id,
      reportId: report.id,
      version: report.version,
      changes: [],
      details: { proposal: id },
    },
  ]);
  return { proposal: decided, corrected: null };
}

async function openProposal(manager: EntityManager, reportId: Id<'Report'>, id: string): Promise<Proposal> {
  const proposal = await manager
    .createQueryBuilder(Proposal, 'proposal')
    .where('proposal.id::text = :id AND proposal.reportId = :reportId AND proposal.status = :status', {
      id: storableText(id),
      reportId,
      status: ProposalStatus.OPEN,
    })
    .getOne();
  if (!proposal)
    throw new Refusal('PROPOSAL_UNKNOWN', '这份报告没有这条修改建议，或已经处理。请重新查询。', ['proposal']);
  return proposal;
}
