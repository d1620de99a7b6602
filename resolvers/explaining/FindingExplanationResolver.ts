import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../edge/Context.js';
import type { FindingView } from '../judging/FindingView.js';
import { Finding } from '../judging/types.js';
import { explanationFor } from './explained.js';
import { ExplanationView } from './ExplanationView.js';
import { Explanation } from './types.js';

/** What was said about a finding. */
@Resolver(() => Finding)
export class FindingExplanationResolver {
  @FieldResolver(() => Explanation, {
    nullable: true,
    description: '现在有效的核实说明；没有时为 null。失效的见 Report.explanations',
  })
  async explanation(
    @Root() { report, found }: FindingView,
    @Ctx() context: Context,
  ): Promise<Explanation | null> {
    const said = await explanationFor(report, found, context);
    return said && new ExplanationView(report, said);
  }

  @FieldResolver(() => Boolean, { description: '核实性问题是否已有有效的说明；其他问题总是 false' })
  async settled(@Root() { report, found }: FindingView, @Ctx() context: Context): Promise<boolean> {
    return (await explanationFor(report, found, context)) !== null;
  }
}
