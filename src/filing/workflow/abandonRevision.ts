import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { compareCells } from '../reports/compareCells.js';
import { openReport } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { isSameProse } from '../reports/proseText.js';
import { loadVersion } from '../reports/versions.js';
import { moveReport, requireStatus } from './moveReport.js';
import { receiptOf, type Receipt } from './receipt.js';
import type { StepRequest } from './takeStep.js';
import { transitions } from './transitions.js';

/** 放弃更正: closes a revision in which nothing differs from what is published. */
export async function abandonRevision(
  manager: EntityManager,
  actor: Actor,
  request: StepRequest,
  at = new Date(),
): Promise<Receipt> {
  const { report } = await openReport(manager, actor, { request, purpose: 'STEP' });
  requireStatus(report, transitions.abandon);
  refuseAny(checkReason(request.reason));
  const published =
    report.publishedVersion === null ? null : await loadVersion(manager, report.id, report.publishedVersion);
  if (!published || compareCells(published, report).length > 0 || !isSameProse(published, report))
    throw new Refusal(
      'STATUS_CONFLICT',
      `报告与已发布的第 ${report.publishedVersion ?? 0} 版不同。请先恢复为第 ${report.publishedVersion ?? 0} 版再放弃更正，或发布更正。`,
      ['report'],
    );
  const reason = request.reason.trim();
  return receiptOf(
    manager,
    report,
    await moveReport(manager, actor, {
      at,
      report,
      transition: transitions.abandon,
      words: { reason, details: {} },
    }),
  );
}
