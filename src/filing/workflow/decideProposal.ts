import type { EntityManager } from 'typeorm';
import { Proposal } from '../../../entities/workflow/Proposal.js';
import { ProposalStatus } from '../../../entities/workflow/ProposalStatus.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { correctCells, type Corrected } from '../correcting/correctCells.js';
import { openReport, type ReportToOpen } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { storableText } from '../storable.js';

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
  const { report } = await openReport(manager, actor, request, take ? 'CHANGE' : 'STEP');
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
  await manager.update(Proposal, { id }, { status, decidedAt, decidedBy, decisionReason });
  if (take)
    return {
      proposal: decided,
      corrected: await correctCells(manager, actor, {
        ...request,
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

async function openProposal(manager: EntityManager, reportId: string, id: string): Promise<Proposal> {
  const [found] = await manager.query<{ id: string }[]>(
    'SELECT id FROM proposal WHERE id::text = $1 AND report_id = $2 AND status = $3',
    [storableText(id), reportId, ProposalStatus.OPEN],
  );
  const proposal = found && (await manager.findOneBy(Proposal, { id: found.id }));
  if (!proposal)
    throw new Refusal('PROPOSAL_UNKNOWN', '这份报告没有这条修改建议，或已经处理。请重新查询。', ['proposal']);
  return proposal;
}
