import type { EntityManager } from 'typeorm';
import type { SummaryTable } from '../exports/summary/summaryTable.js';
import type { Actor } from '../filing/access/actor.js';
import { agencyInScope } from '../filing/agencies/agencyInScope.js';
import { rollUpOf } from '../filing/rollUp/rollUpOf.js';
import { summaryRows } from '../filing/rollUp/summaryRows.js';

export interface SummaryRequest {
  readonly agency: string;
  readonly year: number;
  /** As for a roll-up. */
  readonly depth: number | null;
}

export interface LoadedSummary extends SummaryTable {
  readonly fileName: string;
}

/**
 * The 汇总表 of an agency in the scope of the actor; AGENCY_UNKNOWN. Its lines are read when it is written. What
 * is not in it stands in the title.
 */
export async function loadSummary(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  { agency: code, year, depth }: SummaryRequest,
): Promise<LoadedSummary> {
  const agency = await agencyInScope(manager, actor, code);
  const request = { agency, year, depth };
  const { form, rollUp, otherForms } = await rollUpOf(manager, request);
  const { expected, filed } = rollUp;
  const missing = expected > filed ? `，没有报告 ${expected - filed} 个` : '';
  const others = otherForms > 0 ? `，另有 ${otherForms} 份报告用别的统一格式，没有列入` : '';
  return {
    form,
    title: `${agency.name}${year}年政府信息公开工作年度报告汇总表（应报 ${expected} 个机关，有报告 ${filed} 个${missing}${others}）`,
    fileName: `${agency.name}${year}年政府信息公开工作年度报告汇总表`,
    rows: summaryRows(manager, request, form),
  };
}
