import type { CellKey } from '../../../src/cells.js';
import {
  DecideProposalDocument,
  DecideWaiverDocument,
  MakeProposalDocument,
  RequestWaiverDocument,
  type DecisionsFragment,
} from '../../graphql/graphql.js';
import { run } from '../../shared/ask.js';

/** Which version of which report. */
export type DecidedReport = Pick<DecisionsFragment, 'agency' | 'year' | 'version'>;

const keyOf = ({ agency, year, version }: DecidedReport) => ({
  report: { agency: agency.code, year },
  version,
});
const wordsOf = (errors: readonly { readonly message: string }[]) => errors.map(({ message }) => message);

/** The answers are what was refused; nothing when it was done. */
export async function requestWaiver(
  report: DecidedReport,
  finding: string,
  reason: string,
): Promise<string[]> {
  const { waiverRequest } = await run(RequestWaiverDocument, { ...keyOf(report), finding, reason });
  return wordsOf(waiverRequest.userErrors);
}

export interface WaiverDecision {
  readonly waiver: string;
  readonly grant: boolean;
  readonly reason: string;
  /** The last moment of the last day; null when it is refused. */
  readonly expiresAt: string | null;
}

export async function decideWaiver(report: DecidedReport, decision: WaiverDecision): Promise<string[]> {
  const { waiverDecide } = await run(DecideWaiverDocument, { ...keyOf(report), ...decision });
  return wordsOf(waiverDecide.userErrors);
}

export async function makeProposal(
  report: DecidedReport,
  change: { readonly key: CellKey; readonly value: string | null },
  reason: string,
): Promise<string[]> {
  const { proposalMake } = await run(MakeProposalDocument, { ...keyOf(report), changes: [change], reason });
  return wordsOf(proposalMake.userErrors);
}

export async function decideProposal(
  report: DecidedReport,
  proposal: string,
  take: boolean,
  reason: string | null,
): Promise<string[]> {
  const { proposalDecide } = await run(DecideProposalDocument, { ...keyOf(report), proposal, take, reason });
  return wordsOf(proposalDecide.userErrors);
}
