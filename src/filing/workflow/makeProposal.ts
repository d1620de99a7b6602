import type { EntityManager } from 'typeorm';
import { Proposal } from '../../../entities/workflow/Proposal.js';
import { ProposalStatus } from '../../../entities/workflow/ProposalStatus.js';
import { withChanges } from '../../cells.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { compareCells } from '../reports/compareCells.js';
import { insertRows } from '../insertRows.js';
import { openReport, type ReportToOpen } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { readCells, type GivenCell } from '../correcting/readCells.js';
import { Refusal, refuseAny } from '../refusal.js';
import { storableText } from '../storable.js';
import { newId } from '../newId.js';

export interface ProposalToMake extends ReportToOpen {
  readonly changes: readonly GivenCell[];
  readonly reason: string;
}

/** 修改建议: what somebody above would change. Nothing changes until the owner takes it. */
export async function makeProposal(
  manager: EntityManager,
  actor: Actor,
  request: ProposalToMake,
  at = new Date(),
): Promise<Proposal> {
  const { report } = await openReport(manager, actor, { request, purpose: 'STEP' });
  const { form } = report;
  const read = readCells(form, request.changes, 'changes');
  refuseAny([...checkReason(request.reason), ...read.refusals]);
  const diff = compareCells(report, { form, values: withChanges(form, report.values, read.values) });
  if (diff.length === 0)
    throw new Refusal('NOTHING_CHANGED', '建议的数与现在的数相同，没有任何改动。请核对后再提交。', [
      'changes',
    ]);
  const changes = diff.map(({ cell, before, after }) => ({ key: cell, before, after }));
  const proposal: Proposal = {
    id: newId(),
    reportId: report.id,
    agencyId: report.agency.id,
    version: report.version,
    changes,
    reason: storableText(request.reason).trim(),
    proposedAt: at,
    proposedBy: actor.name,
    status: ProposalStatus.OPEN,
    decidedAt: null,
    decidedBy: null,
    decisionReason: null,
  };
  await insertRows(manager, Proposal, [proposal]);
  await appendAudit(manager, actor, at, [
    {
      chain: report.agency.id,
      action: 'PROPOSAL_MADE',
      reason: proposal.reason,
      agencyId: report.agency.id,
      reportId: report.id,
      version: report.version,
      changes,
      details: { proposal: proposal.id },
    },
  ]);
  return proposal;
}
