import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { recheckReports } from '../../src/filing/judging/recheckReports.js';
import type { RootContext } from '../edge/Context.js';
import { ReportFilter } from '../reports/inputs.js';
import { RecheckPayload } from './types.js';
import { orUserErrors } from '../edge/userErrors.js';

/** How many reports one request checks: it is answered within seconds. */
const mostAtOnce = 2_000;

@Resolver()
export class RecheckResolver {
  @Mutation(() => RecheckPayload, {
    description: `重新核对应当核对的报告（见 Report.checkDue）。一次最多 ${mostAtOnce} 份，remaining 不为 0 时再请求一次`,
  })
  reportRecheck(
    @Ctx() context: RootContext,
    @Arg('filter', () => ReportFilter, { nullable: true, description: '只要这些报告；不填时为全部' })
    filter: ReportFilter | null,
    @Arg('most', () => Int, { nullable: true, description: '最多几份' }) most: number | null,
  ): Promise<RecheckPayload> {
    return orUserErrors<RecheckPayload>(
      async () => {
        const limit = Math.max(0, Math.min(most ?? mostAtOnce, mostAtOnce));
        // Each batch is a transaction of its own.
        return {
          ...(await recheckReports(context.database, context.actor, { filter, most: limit })),
          userErrors: [],
        };
      },
      (userErrors) => ({ checked: 0, changed: 0, remaining: null, userErrors }),
    );
  }
}
