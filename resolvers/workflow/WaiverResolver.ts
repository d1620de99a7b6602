import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { Waiver } from '../../entities/workflow/Waiver.js';
import type { Actor } from '../../src/filing/access/actor.js';
import { decideWaiver } from '../../src/filing/workflow/decideWaiver.js';
import { requestWaiver } from '../../src/filing/workflow/requestWaiver.js';
import { CellKey } from '../edge/scalars.js';
import { acting, type RootContext } from '../edge/Context.js';
import type { ReportKey } from '../reports/inputs.js';
import { WhichReport } from '../reports/inputs.js';
import { ExpectedVersion, Reason } from '../edge/arguments.js';
import { WaiverPayload } from './types.js';
import { orUserErrors } from '../edge/userErrors.js';

@Resolver(() => Waiver)
export class WaiverResolver {
  @FieldResolver(() => [CellKey], { description: '所涉各格' })
  cells(@Root() { cells }: Waiver): readonly string[] {
    return cells;
  }

  @Mutation(() => WaiverPayload, { description: '申请豁免：请主管部门准许一个核对结果不改而上报' })
  waiverRequest(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('finding', () => ID, { description: '核对结果的编号' }) finding: string,
    @Reason('申请的理由') reason: string,
  ): Promise<WaiverPayload> {
    return waived(context, (manager, actor) =>
      requestWaiver(manager, actor, { ...report, expectedVersion, finding, reason }),
    );
  }

  @Mutation(() => WaiverPayload, { description: '批准或不批准豁免：只由上级办理，批准须写期限' })
  waiverDecide(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @ExpectedVersion() expectedVersion: number,
    @Arg('waiver', () => ID, { description: '豁免的编号' }) waiver: string,
    @Arg('grant', () => Boolean, { description: '批准为 true' }) grant: boolean,
    @Reason('批准或不批准的理由') reason: string,
    @Arg('expiresAt', () => Date, { nullable: true, description: '有效期止，一年以内；批准时须写' })
    expiresAt: Date | null,
  ): Promise<WaiverPayload> {
    const request = { ...report, expectedVersion, waiver, grant, reason, expiresAt: expiresAt ?? null };
    return waived(context, (manager, actor) => decideWaiver(manager, actor, request));
  }
}

function waived(
  context: RootContext,
  work: (manager: EntityManager, actor: Actor) => Promise<Waiver>,
): Promise<WaiverPayload> {
  return orUserErrors<WaiverPayload>(
    async () => ({ waiver: await acting(context, work), userErrors: [] }),
    (userErrors) => ({ waiver: null, userErrors }),
  );
}
