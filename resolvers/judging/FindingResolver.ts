import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { listFindings } from '../../src/filing/judging/listFindings.js';
import { reading, type Context } from '../edge/Context.js';
import { FindingFilter } from './inputs.js';
import { After, First } from '../edge/pageArguments.js';
import { pageRequest, toConnection } from '../edge/toConnection.js';
import type { Connection } from '../edge/connection.js';
import { FindingConnection, Finding } from './types.js';
import { FindingView } from './FindingView.js';

@Resolver(() => Finding)
export class FindingResolver {
  @Query(() => FindingConnection, { nullable: true, description: '各报告的核对结果，按机关代码、年度排列' })
  async findings(
    @Ctx() context: Context,
    @Arg('filter', () => FindingFilter, { nullable: true, description: '筛选条件' })
    filter: FindingFilter | null,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Finding>> {
    const page = pageRequest({ first, after }, 50);
    const { manager, actor } = reading(context, 'Query.findings');
    const found = await listFindings(manager, actor, { ...page, filter });
    return toConnection(found, page, ({ report, finding }) => new FindingView(report, finding));
  }
}
