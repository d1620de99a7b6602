import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { workflowRecords } from '../../src/filing/workflow/workflowRecords.js';

type Kinds = typeof workflowRecords;

/** What the way of a report left behind, by the id of the report: one query a kind for a whole list. */
export type WorkflowLoaders = {
  readonly [Kind in keyof Kinds]: DataLoader<string, Awaited<ReturnType<Kinds[Kind]>>>;
};

export function createWorkflowLoaders(manager: EntityManager): WorkflowLoaders {
  const { steps, remarks, proposals, waivers, publications } = workflowRecords;
  return {
    steps: byReport((ids) => steps(manager, ids)),
    remarks: byReport((ids) => remarks(manager, ids)),
    proposals: byReport((ids) => proposals(manager, ids)),
    waivers: byReport((ids) => waivers(manager, ids)),
    publications: byReport((ids) => publications(manager, ids)),
  };
}

function byReport<Record extends { readonly reportId: string }>(
  load: (reportIds: readonly string[]) => Promise<Record[]>,
): DataLoader<string, Record[]> {
  return new DataLoader(async (ids: readonly string[]) => {
    const records = await load(ids);
    return ids.map((id) => records.filter(({ reportId }) => reportId === id));
  });
}
