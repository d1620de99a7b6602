import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { listFindings } from '../../src/filing/judging/listFindings.js';
import type { Context, RootContext } from '../edge/Context.js';
import { Severity } from '../forms/types.js';
import { findingsOf } from '../reports/reportParts.js';
import { Report, type ReportSource } from '../reports/types.js';
import { FindingFilter } from './inputs.js';
import { After, First } from '../edge/arguments.js';
import { pageRequest, toConnection } from '../edge/connection.js';
import type { Connection } from '../edge/connection.js';
import { FindingConnection, Finding } from './types.js';
import { FindingView } from './FindingView.js';

@Resolver(() => Report)
export class FindingResolver {
  @Query(() => FindingConnection, {
    name: 'findings',
    nullable: true,
    description: '各报告的核对结果，按机关代码、年度排列',
  })
  async allFindings(
    @Ctx() context: RootContext,
    @Arg('filter', () => FindingFilter, { nullable: true, description: '筛选条件' })
    filter: FindingFilter | null,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Finding>> {
    const page = pageRequest({ first, after }, 50);
    const { manager, actor } = context;
    const found = await listFindings(manager, actor, { ...page, filter });
    return toConnection(found, page, ({ report, finding }) => new FindingView(report, finding));
  }

  @FieldResolver(() => [Finding], { description: '核对结果' })
  async findings(
    @Root() report: ReportSource,
    @Ctx() context: Context,
    @Arg('severity', () => [Severity], { nullable: true, description: '只要这些严重程度的' })
    severity: Severity[] | null,
  ): Promise<Finding[]> {
    const findings = await findingsOf(report, context);
    return findings
      .filter((finding) => !severity || severity.some((wanted) => wanted === finding.severity))
      .map((finding) => new FindingView(report, finding));
  }
}
