import {
  AbandonDocument,
  AcceptDocument,
  PublishDocument,
  ReopenDocument,
  ReturnDocument,
  SubmitDocument,
  WithdrawDocument,
  type RemarkInput,
  type TakenFragment,
} from '../graphql/graphql.js';
import { run } from '../shared/ask.js';

/** A step with what the server asks for it. */
export interface StepWanted {
  readonly operation: string;
  readonly reason: string;
  readonly remarks: readonly RemarkInput[];
}

/** Which version of which report takes the step. */
export interface StepOf {
  readonly agency: string;
  readonly year: number;
  readonly version: number;
}

export async function takeStep(
  of: StepOf,
  { operation, reason, remarks }: StepWanted,
): Promise<TakenFragment> {
  const { agency, year, version } = of;
  const variables = { report: { agency, year }, version };
  switch (operation) {
    case 'reportSubmit':
      return (await run(SubmitDocument, variables)).step;
    case 'reportWithdraw':
      return (await run(WithdrawDocument, { ...variables, reason })).step;
    case 'reportReturn':
      return (await run(ReturnDocument, { ...variables, reason, remarks: [...remarks] })).step;
    case 'reportAccept':
      return (await run(AcceptDocument, { ...variables, reason })).step;
    case 'reportPublish':
      return (await run(PublishDocument, { ...variables, reason: reason === '' ? null : reason })).step;
    case 'reportReopen':
      return (await run(ReopenDocument, { ...variables, reason })).step;
    case 'revisionAbandon':
      return (await run(AbandonDocument, { ...variables, reason })).step;
    default:
      throw new Error(`the desk knows no step ${operation}`);
  }
}
