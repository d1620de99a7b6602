import type { ReportListQuery } from '../graphql/graphql.js';

export type ListedReport = NonNullable<ReportListQuery['reports']>['nodes'][number];

/** Whether whoever has signed in may accept it, and nothing is wrong with it. */
export function mayAccept({ nextSteps, errorCount, unsettledCount }: ListedReport): boolean {
  return (
    errorCount + unsettledCount === 0 &&
    nextSteps.some(({ operation, allowed }) => operation === 'reportAccept' && allowed)
  );
}
