import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Remark } from '../../entities/workflow/Remark.js';
import { ReportTransition } from '../../entities/workflow/ReportTransition.js';
import type { Context } from '../edge/Context.js';

@Resolver(() => Remark)
export class RemarkResolver {
  @FieldResolver(() => ReportTransition, { description: '哪一次退回' })
  async step(
    @Root() { reportId, transitionId }: Remark,
    @Ctx() { loaders }: Context,
  ): Promise<ReportTransition> {
    const steps = await loaders.workflow.steps.load(reportId);
    const step = steps.find(({ id }) => id === transitionId);
    if (!step) throw new Error('a remark belongs to no step');
    return step;
  }
}
