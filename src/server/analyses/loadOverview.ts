import type { EntityManager } from 'typeorm';
import type { CellKey } from '../../cells.js';
import type { AnalysisDocument } from '../../exports/analyses/AnalysisDocument.js';
import { overviewDocument } from '../../exports/analyses/overviewDocument.js';
import type { Actor } from '../../filing/access/actor.js';
import { agencyInScope } from '../../filing/agencies/agencyInScope.js';
import { overviewOf } from '../../filing/rollUp/overviewOf.js';
import type { OverviewRequest } from '../../filing/rollUp/overviewRequest.js';
import { dayInChina } from '../../season/chinaDay.js';

/** What a year is told by, unless other cells are asked for. */
const usualKeys: readonly CellKey[] = [
  'requests.received.total',
  'requests.outcomesTotal.total',
  'requests.disclosed.total',
  'requests.partiallyDisclosed.total',
  'requests.carriedForward.total',
  'remedies.reconsideration.total',
  'remedies.directLitigation.total',
  'remedies.litigationAfterReconsideration.total',
];

export interface OverviewDocumentRequest extends Pick<
  OverviewRequest,
  'fromYear' | 'toYear' | 'by' | 'digits' | 'depth'
> {
  readonly agency: string;
  /** null: the usual ones. */
  readonly keys: readonly CellKey[] | null;
}

/** The annual overview below an agency to print. AGENCY_UNKNOWN, INVALID_REQUEST, CELL_UNKNOWN. */
export async function loadOverview(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  { agency: code, keys, ...request }: OverviewDocumentRequest,
): Promise<AnalysisDocument> {
  const agency = await agencyInScope(manager, actor, code);
  const found = await overviewOf(manager, { ...request, agency, keys: keys ?? usualKeys });
  return overviewDocument(found, dayInChina(new Date()));
}
