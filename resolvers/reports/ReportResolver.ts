import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { VersionHead } from '../../src/filing/reports/storedReport.js';
import { PageAsked, type PageArguments } from '../edge/arguments.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import type { Context, RootContext } from '../edge/Context.js';
import { ReportFilter } from './inputs.js';
import { readReport, readReports, reportReach } from './readReports.js';
import { versionAsOf, versionsOf } from './reportLoaders.js';
import { Report, ReportConnection, ReportOrder, type ReportSource, ReportVersion } from './types.js';

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => Report, { nullable: true, description: '一份报告；没有时为 null' })
  report(
    @Ctx() context: RootContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('agency', () => String, { description: '机关代码' }) agency: string,
    @Arg('year', () => Int, { description: '报告年度' }) year: number,
  ): Promise<ReportSource | null> {
    return readReport(context, agency, year, reportReach(info));
  }

  @Query(() => ReportConnection, { nullable: true, description: '报告' })
  async reports(
    @Ctx() context: RootContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => ReportFilter, { nullable: true, description: '筛选条件' })
    filter: ReportFilter | null,
    @Arg('orderBy', () => ReportOrder, { nullable: true, description: '排列次序；不填时按机关代码' })
    orderBy: ReportOrder | null,
    @PageAsked(20) asked: PageArguments,
  ): Promise<Connection<ReportSource>> {
    const page = pageRequest(asked, 20);
    const reach = reportReach(info, ['nodes.', 'edges.node.']);
    const reports = await readReports(context, { ...page, filter, orderBy }, reach);
    return toConnection(reports, (report) => report);
  }

  @FieldResolver(() => [ReportVersion], { description: '各版本，最早的在前' })
  versions(@Root() report: ReportSource, @Ctx() context: Context): Promise<VersionHead[]> {
    return versionsOf(context).load(report.id);
  }

  @FieldResolver(() => ReportVersion, {
    nullable: true,
    description: '某一时刻的版本；那时还没有报告的为 null',
  })
  asOf(
    @Root() report: ReportSource,
    @Ctx() context: Context,
    @Arg('at', () => Date, { description: '时刻' }) at: Date,
  ): Promise<VersionHead | null> {
    return versionAsOf(context).load({ reportId: report.id, at });
  }
}
