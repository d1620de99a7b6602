import type { WaitingQuery } from '../graphql/graphql.js';
import { texts } from './texts.js';

export type WaitingReport = NonNullable<WaitingQuery['reports']>['nodes'][number];

/** What whoever has signed in should do with a report; null when others are at it. */
export function whatToDo({
  status,
  nextSteps,
  editable,
  errorCount,
  unsettledCount,
}: WaitingReport): string | null {
  const may = (operation: string) => nextSteps.some((step) => step.operation === operation && step.allowed);
  if (status === 'RETURNED' && may('reportSubmit')) return texts.returned;
  if (may('reportSubmit')) return errorCount + unsettledCount > 0 ? texts.correct : texts.submit;
  if (may('reportAccept')) return texts.review;
  if (may('reportPublish')) return status === 'CORRECTING' ? texts.republish : texts.publish;
  return status === 'CORRECTING' && editable ? texts.republish : null;
}
