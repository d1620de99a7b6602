import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { openReport, type ReportToOpen } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { refuseAny } from '../refusal.js';
import { moveReport, requireStatus } from './moveReport.js';
import { receiptOf, type Receipt } from './receipt.js';
import { transitions, type TransitionName } from './transitions.js';

export interface StepRequest extends ReportToOpen {
  readonly reason: string;
}

/** Takes a report a step that asks for a reason and for nothing else. */
export async function takeStep(
  manager: EntityManager,
  actor: Actor,
  {
    request,
    name,
    at = new Date(),
  }: { readonly request: StepRequest; readonly name: TransitionName; readonly at?: Date },
): Promise<Receipt> {
  const { report } = await openReport(manager, actor, { request, purpose: 'STEP' });
  requireStatus(report, transitions[name]);
  refuseAny(checkReason(request.reason));
  const reason = request.reason.trim();
  return receiptOf(
    manager,
    report,
    await moveReport(manager, actor, {
      at,
      report,
      transition: transitions[name],
      words: { reason, details: {} },
    }),
  );
}
