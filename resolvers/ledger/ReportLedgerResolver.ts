import { Arg, Ctx, Extensions, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { countedFrom } from '../../src/filing/ledger/countedFrom.js';
import { ledgerDifferences } from '../../src/filing/ledger/ledgerDifferences.js';
import { reportFromLedger } from '../../src/filing/ledger/reportFromLedger.js';
import { Preview, Reason } from '../edge/arguments.js';
import { acting, reading, type Context, type RootContext } from '../edge/Context.js';
import { orUserErrors } from '../edge/userErrors.js';
import { FindingView } from '../judging/FindingView.js';
import { type ReportKey, WhichReport } from '../reports/inputs.js';
import { valuesOf } from '../reports/reportParts.js';
import { Report, type ReportSource } from '../reports/types.js';
import { CountedFrom, LedgerDifference, ReportFromLedgerPayload } from './types.js';

/** A report beside the ledger it can be counted from. */
@Resolver(() => Report)
export class ReportLedgerResolver {
  @Extensions({ cost: 20, size: 20 })
  @FieldResolver(() => [LedgerDifference], {
    nullable: true,
    description: '表三、表四中填报的数与台账数出的不同的各格，和数进去的各件；没有台账时为 null',
  })
  async ledgerDifferences(
    @Root() report: ReportSource,
    @Ctx() context: Context,
  ): Promise<readonly LedgerDifference[] | null> {
    const { manager } = reading(context, 'Query.ledger');
    const { agency, form, year } = report;
    return ledgerDifferences(manager, agency, { form, year, values: await valuesOf(report, context) });
  }

  @FieldResolver(() => CountedFrom, {
    nullable: true,
    description: '最近一次从台账的哪一版数出；没有从台账数过时为 null',
  })
  countedFrom(@Root() { id }: ReportSource, @Ctx() context: Context): Promise<CountedFrom | null> {
    return countedFrom(reading(context, 'Query.ledger').manager, id);
  }

  @Mutation(() => ReportFromLedgerPayload, {
    description: '由台账数出表三、表四，作为报告的新版本（没有报告时建立草稿）；其余各格和文字不变',
  })
  reportFromLedger(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @Arg('expectedVersion', () => Int, { nullable: true, description: '所依据的版本；还没有报告时不填' })
    expectedVersion: number | null,
    @Reason('理由') reason: string,
    @Preview() preview: boolean | null,
  ): Promise<ReportFromLedgerPayload> {
    const request = {
      ...report,
      expectedVersion: expectedVersion ?? null,
      reason,
      preview: preview ?? false,
    };
    return orUserErrors<ReportFromLedgerPayload>(
      async () => {
        const counted = await acting(context, (manager, actor) => reportFromLedger(manager, actor, request));
        const { report: stored, resolved, introduced, diff } = counted;
        const views = (findings: typeof resolved) =>
          stored === null ? [] : findings.map((finding) => new FindingView(stored, finding));
        return {
          report: stored,
          diff,
          resolved: views(resolved),
          introduced: views(introduced),
          userErrors: [],
        };
      },
      (userErrors) => ({ report: null, diff: [], resolved: [], introduced: [], userErrors }),
    );
  }
}
