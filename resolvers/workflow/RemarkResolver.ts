import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Remark } from '../../entities/workflow/Remark.js';
import { ReportTransition } from '../../entities/workflow/ReportTransition.js';
import { CellKey } from '../edge/CellKey.js';
import type { Context } from '../edge/Context.js';

@Resolver(() => Remark)
export class RemarkResolver {
  @FieldResolver(() => CellKey, { nullable: true, description: '所指的格；对整份报告的意见为 null' })
  cell(@Root() { cell }: Remark): string | null {
    return cell;
  }

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
