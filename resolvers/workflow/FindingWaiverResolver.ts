import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Waiver } from '../../entities/workflow/Waiver.js';
import { WaiverStatus } from '../../entities/workflow/WaiverStatus.js';
import { holdsFor } from '../../src/filing/explaining/operands.js';
import type { Context } from '../edge/Context.js';
import type { FindingView } from '../judging/FindingView.js';
import { Finding } from '../judging/types.js';
import { currentCells } from '../reports/reportParts.js';
import { waiversOf } from './workflowLoaders.js';

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
