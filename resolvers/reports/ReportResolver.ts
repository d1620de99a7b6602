import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import type { VersionHead } from '../../src/filing/reports/storedReport.js';
import { After, First } from '../edge/arguments.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import type { Context, RootContext } from '../edge/Context.js';
import { CellKey, JSONObject } from '../edge/scalars.js';
import { formView } from '../forms/formView.js';
import { Form } from '../forms/types.js';
import { ReportFilter } from './inputs.js';
import { readReport, readReports, reportReach } from './readReports.js';
import { versionAsOf, versionsOf } from './reportLoaders.js';
import { currentCells, sectionViews, valuesByKey, valuesOf } from './reportParts.js';
import { cellViewOf, tableViewOf, tableViews } from './tableViews.js';
import {
  Cell,
  Problem,
  Report,
  ReportConnection,
  ReportOrder,
  type ReportSource,
  ReportVersion,
  Section,
  Table,
} from './types.js';

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
    @First(20) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<ReportSource>> {
    const page = pageRequest({ first, after }, 20);
    const asked = reportReach(info, ['nodes.', 'edges.node.']);
    const reports = await readReports(context, { ...page, filter, orderBy }, asked);
    return toConnection(reports, page, (report) => report);
  }

  @FieldResolver(() => Form, { description: '所用的统一格式' })
  form(@Root() report: ReportSource): Form {
    return formView(report.form);
  }

  @Extensions({ size: 7 })
  @FieldResolver(() => [Table], { description: '二、三、四各表' })
  async tables(@Root() report: ReportSource, @Ctx() context: Context): Promise<Table[]> {
    return tableViews(await currentCells(report, context));
  }

  @FieldResolver(() => Table, { nullable: true, description: '一张表；格式中没有时为 null' })
  async table(
    @Root() report: ReportSource,
    @Ctx() context: Context,
    @Arg('key', () => String, { description: '表的名称，例如 requests' }) key: string,
  ): Promise<Table | null> {
    return tableViewOf(await currentCells(report, context), key);
  }

  @FieldResolver(() => Cell, { nullable: true, description: '一格；格式中没有时为 null' })
  async cell(
    @Root() report: ReportSource,
    @Ctx() context: Context,
    @Arg('key', () => CellKey, { description: '格的名称' }) key: string,
  ): Promise<Cell | null> {
    return cellViewOf(await currentCells(report, context), key);
  }

  @Extensions({ cost: 20 })
  @FieldResolver(() => JSONObject, {
    description: '各格的数：格的名称 → Decimal 或 null（空白）。供系统取数，最省；格式中没有的格不出现',
  })
  async values(
    @Root() report: ReportSource,
    @Ctx() context: Context,
    @Arg('keys', () => [CellKey], { nullable: true, description: '只要这些格；不填时为全部' })
    keys: string[] | null,
  ): Promise<Record<string, string | null>> {
    return valuesByKey(report.form, await valuesOf(report, context), keys ?? null);
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => [Section], { description: '一、五、六等部分的文字' })
  async sections(@Root() report: ReportSource, @Ctx() context: Context): Promise<readonly Section[]> {
    return sectionViews((await currentCells(report, context)).sections);
  }

  @FieldResolver(() => [Problem], { description: '读取文件时的问题' })
  async problems(@Root() report: ReportSource, @Ctx() context: Context): Promise<readonly Problem[]> {
    return (await currentCells(report, context)).problems;
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
