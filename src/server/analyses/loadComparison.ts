import type { EntityManager } from 'typeorm';
import type { AnalysisDocument } from '../../exports/analyses/AnalysisDocument.js';
import { comparisonDocument } from '../../exports/analyses/comparisonDocument.js';
import type { Actor } from '../../filing/access/actor.js';
import { agencyNotFound } from '../../filing/access/agencyNotFound.js';
import { compareReports } from '../../filing/reports/compareReports.js';
import { Refusal } from '../../filing/refusal.js';
import { formForYear } from '../../forms/index.js';
import { dayInChina } from '../../season/chinaDay.js';

export interface ComparisonRequest {
  readonly agency: string;
  /** The earlier first. */
  readonly years: readonly [number, number];
}

/** Two years of an agency to print. AGENCY_UNKNOWN, INVALID_REQUEST, FORM_UNKNOWN. */
export async function loadComparison(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  { agency, years }: ComparisonRequest,
): Promise<AnalysisDocument> {
  const [before, now] = years;
  if (before >= now)
    throw new Refusal('INVALID_REQUEST', '请写明两个年度，先早后晚，例如 2023-2024。', ['years']);
  const form = formForYear(before);
  if (!form) throw new Refusal('FORM_UNKNOWN', `${before} 年度没有可用的统一格式。请核对年度。`, ['years']);
  const compared = await compareReports(manager, actor, agency, years);
  if (!compared)
    throw new Refusal('AGENCY_UNKNOWN', `${agencyNotFound(agency, actor)}请核对机关代码。`, ['agency']);
  return comparisonDocument(compared, form, dayInChina(new Date()));
}
