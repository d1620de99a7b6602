import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Remark } from '../../entities/workflow/Remark.js';
import { ReportTransition } from '../../entities/workflow/ReportTransition.js';
import { CellKey } from '../edge/scalars.js';
import type { Context } from '../edge/Context.js';
import { stepsOf } from './workflowLoaders.js';

@Resolver(() => Remark)
export class RemarkResolver {
  @FieldResolver(() => CellKey, { nullable: true, description: '所指的格；对整份报告的意见为 null' })
  cell(@Root() { cell }: Remark): string | null {
    return cell;
  }

  @FieldResolver(() => ReportTransition, { description: '哪一次退回' })
  async step(@Root() { reportId, transitionId }: Remark, @Ctx() context: Context): Promise<ReportTransition> {
    const steps = await stepsOf(context).load(reportId);
    const step = steps.find(({ id }) => id === transitionId);
    if (!step) throw new Error('a remark belongs to no step');
    return step;
  }
}
