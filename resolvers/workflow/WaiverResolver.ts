import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { Waiver } from '../../entities/workflow/Waiver.js';
import type { Actor } from '../../src/filing/access/actor.js';
import { decideWaiver } from '../../src/filing/workflow/decideWaiver.js';
import { requestWaiver } from '../../src/filing/workflow/requestWaiver.js';
import { CellKey } from '../edge/scalars.js';
import { acting, type RootContext, type Context } from '../edge/Context.js';
import { type ReportKey, WhichReport } from '../reports/inputs.js';
import { ExpectedVersion, Reason } from '../edge/arguments.js';
import { WaiverPayload } from './types.js';
import { orUserErrors } from '../edge/userErrors.js';
import { WaiverStatus } from '../../entities/workflow/WaiverStatus.js';
import { holdsFor } from '../../src/filing/explaining/operands.js';
import type { FindingView } from '../judging/FindingView.js';
import { Finding } from '../judging/types.js';
import { currentCells } from '../reports/reportParts.js';
import { waiversOf } from './workflowLoaders.js';

@Resolver(() => Waiver)
export class WaiverResolver {
  @FieldResolver(() => [CellKey], { description: '所涉各格' })
  cells(@Root() { cells }: Waiver): readonly CellKey[] {
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

/** Whether a finding was let through. */
@Resolver(() => Finding)
export class FindingWaiverResolver {
  @FieldResolver(() => Waiver, {
    nullable: true,
    description: '关于它的豁免：现在有效的，或还没有处理的申请；没有时为 null',
  })
  async waiver(@Root() { report, found }: FindingView, @Ctx() context: Context): Promise<Waiver | null> {
    const waivers = await waiversOf(context).load(report.id);
    if (waivers.length === 0) return null;
    const { values, sections } = await currentCells(report, context);
    const { form } = report;
    const now = new Date();
    const standing = waivers.filter(
      (waiver) =>
        (waiver.status === WaiverStatus.REQUESTED ||
          (waiver.status === WaiverStatus.GRANTED && waiver.expiresAt !== null && waiver.expiresAt > now)) &&
        holdsFor(waiver, { form, values, sections }, found),
    );
    return standing.find(({ status }) => status === WaiverStatus.GRANTED) ?? standing.at(-1) ?? null;
  }
}
