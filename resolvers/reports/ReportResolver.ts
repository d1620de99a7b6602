import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Int, Query, Resolver } from 'type-graphql';
import type { RootContext } from '../edge/Context.js';
import { ReportOrder, ReportConnection, Report, type ReportSource } from './types.js';
import { ReportFilter } from './inputs.js';
import { After, First } from '../edge/arguments.js';
import { readReport, readReports } from './readReports.js';
import { reportDetail } from './readReports.js';
import { pageRequest, toConnection } from '../edge/connection.js';
import type { Connection } from '../edge/connection.js';

@Resolver(() => Report)
export class ReportResolver {
  @Query(() => Report, { nullable: true, description: '一份报告；没有时为 null' })
  report(
    @Ctx() context: RootContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('agency', () => String, { description: '机关代码' }) agency: string,
    @Arg('year', () => Int, { description: '报告年度' }) year: number,
  ): Promise<ReportSource | null> {
    return readReport(context, agency, year, reportDetail(info));
  }

  @Query(() => ReportConnection, { nullable: true, description: '报告' })
  async reports(
    @Ctx() context: RootContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('filter', () => ReportFilter, { nullable: true, description: '筛选条件' })
    filter: ReportFilter | null,
    @Arg('orderBy', () => ReportOrder, { nullable: true, description: '排列次序；不填时按机关代码' })
    orderBy: ReportOrder | null,
    @First(20) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<ReportSource>> {
    const page = pageRequest({ first, after }, 20);
    const detail = reportDetail(info, ['nodes.', 'edges.node.']);
    const reports = await readReports(context, { ...page, filter, orderBy }, detail);
    return toConnection(reports, page, (report) => report);
  }
}
