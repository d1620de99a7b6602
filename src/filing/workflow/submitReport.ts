import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { dayInChina } from '../../season/chinaDay.js';
import { openReport, type ReportToOpen } from '../correcting/openReport.js';
import { refuseAny } from '../refusal.js';
import { blockersOf } from './blockers.js';
import { freshReport } from '../correcting/freshReport.js';
import { judgeSchedule } from './judgeSchedule.js';
import { moveReport, requireStatus } from './moveReport.js';
import { receiptOf, type Receipt } from './receipt.js';
import { transitions } from './transitions.js';

/**
 * 上报: hands a report to the supervising agency. Needs no error, no sum that blanks leave unjudged, and
 * every finding to be explained settled (条例第四十九条: the filer answers for the numbers).
 */
export async function submitReport(
  manager: EntityManager,
  actor: Actor,
  request: ReportToOpen,
  at = new Date(),
): Promise<Receipt> {
  const open = await openReport(manager, actor, { request, purpose: 'STEP' });
  requireStatus(open.report, transitions.submit);
  const report = await freshReport(manager, { actor, at }, open);
  refuseAny(await blockersOf(manager, report, at));
  // Before the step: its entry vouches for what was found.
  await judgeSchedule(manager, at, open, { submittedOn: dayInChina(at) });
  const step = await moveReport(manager, actor, {
    at,
    report,
    transition: transitions.submit,
    words: {
      reason: null,
      details: {},
      submittedAt: at,
    },
  });
  return receiptOf(manager, report, step);
}
