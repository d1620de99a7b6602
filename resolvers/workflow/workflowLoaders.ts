import { receiptsOf } from '../../src/filing/workflow/receiptsOf.js';
import { workflowRecords } from '../../src/filing/workflow/workflowRecords.js';
import { statusesAt } from '../../src/filing/workflow/statusAt.js';
import { loading } from '../edge/loading.js';
import type { EntityManager } from 'typeorm';
import type { Id } from '../../src/brands/brands.js';

/** What the way of a report left behind, by the id of the report: one query a kind for a whole list. */
export const stepsOf = byReport(workflowRecords.steps);
export const remarksOf = byReport(workflowRecords.remarks);
export const proposalsOf = byReport(workflowRecords.proposals);
export const waiversOf = byReport(workflowRecords.waivers);
export const publicationsOf = byReport(workflowRecords.publications);
export const keptReceiptsOf = byReport(receiptsOf);

/** Where a report stood at a time. */
export const statusOf = loading(statusesAt, ({ reportId, at }) => `${reportId} ${at.toISOString()}`);

function byReport<Record extends { readonly reportId: Id<'Report'> }>(
  load: (manager: EntityManager, reportIds: readonly Id<'Report'>[]) => Promise<Record[]>,
) {
  return loading(async (manager, ids: readonly Id<'Report'>[]) => {
    const records = await load(manager, ids);
    return ids.map((id) => records.filter(({ reportId }) => reportId === id));
  });
}
