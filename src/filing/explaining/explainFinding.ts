import type { EntityManager } from 'typeorm';
import type { Explanation } from '../../../entities/explaining/Explanation.js';
import type { Finding } from '../../checks/check.js';
import type { Actor } from '../access/actor.js';
import { loadExplanations } from './explanations.js';
import { findingWithId } from './findingId.js';
import { freshReport } from '../correcting/freshReport.js';
import { openReport, type ReportToDiscuss } from '../correcting/openReport.js';
import { Refusal } from '../refusal.js';
import type { ReportCells } from '../reports/storedReport.js';
import { explanationFrom, storeExplanations } from './storeExplanations.js';

export interface FindingToExplain extends ReportToDiscuss {
  /** The id of the finding. */
  readonly finding: string;
  readonly text: string;
}

export interface FindingExplained {
  readonly report: ReportCells;
  readonly finding: Finding;
  readonly explanation: Explanation;
}

/** 核实说明: settles a finding of severity explain by words, as long as its numbers stay what they are. */
export async function explainFinding(
  manager: EntityManager,
  actor: Actor,
  request: FindingToExplain,
  at = new Date(),
): Promise<FindingExplained> {
  const open = await openReport(manager, actor, { request, purpose: 'CHANGE' });
  const report = await freshReport(manager, { actor, at }, open);
  const finding = findingWithId(report, request.finding);
  const known = await loadExplanations(manager, report.id);
  const explanation = explanationFrom(report, known, {
    occasion: { actor, at },
    finding,
    given: request.text,
  });
  if ('code' in explanation)
    throw Refusal.of(explanation, [explanation.code === 'EXPLANATION_NOT_ASKED' ? 'finding' : 'text']);
  await storeExplanations(manager, { actor, at }, [{ report, explanation }]);
  return { report, finding, explanation };
}
