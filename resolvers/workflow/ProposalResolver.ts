import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Proposal } from '../../entities/workflow/Proposal.js';
import { decideProposal } from '../../src/filing/workflow/decideProposal.js';
import { makeProposal } from '../../src/filing/workflow/makeProposal.js';
import { acting, type RootContext } from '../edge/Context.js';
import { CellChangeInput } from '../correcting/types.js';
import type { ReportKey } from '../reports/inputs.js';
import { WhichReport } from '../reports/inputs.js';
import { ExpectedVersion, Reason } from '../edge/arguments.js';
import { CellDifference } from '../reports/types.js';
import { ProposalPayload } from './types.js';
import type { UserError } from '../edge/userErrors.js';
import { differences } from '../reports/reportParts.js';
import { orUserErrors } from '../edge/userErrors.js';

@Resolver(() => Proposal)
export class ProposalResolver {
  @FieldResolver(() => [CellDifference], { description: '建议改哪几格' })
  changes(@Root() { changes }: Proposal): readonly CellDifference[] {
    return differences(changes);
  }

  @Mutation(() => ProposalPayload, { description: '提出修改建议：填报单位采纳后才成为更正' })
  proposalMake(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('changes', () => [CellChangeInput], { description: '建议改的各格' }) changes: CellChangeInput[],
    @Reason('建议的理由') reason: string,
  ): Promise<ProposalPayload> {
    const given = changes.map(({ key, value }) => ({ key, value: value ?? null }));
    return orUserErrors<ProposalPayload>(
      async () => ({
        proposal: await acting(context, (manager, actor) =>
          makeProposal(manager, actor, { ...report, expectedVersion, changes: given, reason }),
        ),
        report: null,
        userErrors: [],
      }),
      failed,
    );
  }

  @Mutation(() => ProposalPayload, { description: '采纳或不采纳修改建议；采纳就是一次更正' })
  proposalDecide(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('proposal', () => ID, { description: '修改建议的编号' }) proposal: string,
    @Arg('take', () => Boolean, { description: '采纳为 true' }) take: boolean,
    @Arg('reason', () => String, { nullable: true, description: '不采纳时须写理由' }) reason: string | null,
  ): Promise<ProposalPayload> {
    const request = { ...report, expectedVersion, proposal, take, reason: reason ?? null };
    return orUserErrors<ProposalPayload>(async () => {
      const decided = await acting(context, (manager, actor) => decideProposal(manager, actor, request));
      return { proposal: decided.proposal, report: decided.corrected?.report ?? null, userErrors: [] };
    }, failed);
  }
}

function failed(userErrors: UserError[]): ProposalPayload {
  return { proposal: null, report: null, userErrors };
}
