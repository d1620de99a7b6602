import { Arg, Ctx, Extensions, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { ruleSet } from '../../src/checks/ruleSet.js';
import { explainFinding } from '../../src/filing/explaining/explainFinding.js';
import { acting, type Context, type RootContext } from '../edge/Context.js';
import { explanationFor, explanationsAbout, explanationsByFinding } from './explained.js';
import { FindingExplainInput, Explanation, FindingExplainPayload } from './types.js';
import { Finding } from '../judging/types.js';
import { Report, type ReportSource } from '../reports/types.js';
import { orUserErrors } from '../edge/userErrors.js';
import { ExplanationView } from './ExplanationView.js';
import { FindingView } from '../judging/FindingView.js';

/** What was said about the findings of a report, and how they were found. */
@Resolver(() => Report)
export class ExplanationResolver {
  @Mutation(() => FindingExplainPayload, {
    description: '说明一个核实性审核的问题；所涉的数不改动，说明就一直有效',
  })
  findingExplain(
    @Ctx() context: RootContext,
    @Arg('input', () => FindingExplainInput, { description: '说明什么' }) input: FindingExplainInput,
  ): Promise<FindingExplainPayload> {
    const { report: key, finding: id, text, expectedVersion } = input;
    return orUserErrors<FindingExplainPayload>(
      async () => {
        const { report, finding, explanation } = await acting(context, (manager, actor) =>
          explainFinding(manager, actor, {
            ...key,
            finding: id,
            text,
            expectedVersion: expectedVersion ?? null,
          }),
        );
        explanationsAbout(context).clear(report.id);
        return {
          finding: new FindingView(report, finding),
          explanation: new ExplanationView(report, explanation),
          userErrors: [],
        };
      },
      (userErrors) => ({ finding: null, explanation: null, userErrors }),
      ['input'],
    );
  }

  @Extensions({ size: 5 })
  @FieldResolver(() => [Explanation], { description: '核实说明，最早的在前；已失效的也在内' })
  async explanations(@Root() report: ReportSource, @Ctx() context: Context): Promise<Explanation[]> {
    const said = await explanationsAbout(context).load(report.id);
    return said.map((each) => new ExplanationView(report, each));
  }

  @FieldResolver(() => Int, { description: '还没有有效说明的核实性问题的个数' })
  async unsettledCount(@Root() report: ReportSource, @Ctx() context: Context): Promise<number> {
    if (report.explainCount === 0) return 0;
    return report.explainCount - (await explanationsByFinding(report, context)).size;
  }

  @FieldResolver(() => Boolean, {
    description: '是否应当重新核对：规则，或核对所依据的其他报告、机关情况，在核对之后改动了',
  })
  checkDue(@Root() report: ReportSource): boolean {
    return report.stale || report.ruleSet !== ruleSet;
  }
}

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
