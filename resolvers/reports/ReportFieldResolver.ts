import { Arg, Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadVersionAsOf } from '../../src/filing/reports/versions.js';
import type { AuditEntry } from '../../entities/audit/AuditEntry.js';
import type { VersionHead } from '../../src/filing/reports/storedReport.js';
import { auditConnection } from '../audit/auditConnection.js';
import { reading, type Context } from '../edge/Context.js';
import { Severity, Form } from '../forms/types.js';
import { After, First } from '../edge/pageArguments.js';
import { CellKey } from '../edge/CellKey.js';
import { JSONObject } from '../edge/JSONObject.js';
import { Cell, Report, type ReportSource, ReportVersion, Section, Table } from './types.js';
import type { Connection } from '../edge/connection.js';
import { AuditEntryConnection } from '../audit/types.js';
import { Finding } from '../judging/types.js';
import { Problem } from '../importing/types.js';
import { Repair } from '../correcting/types.js';
import { FindingView } from '../judging/FindingView.js';
import { formView } from '../forms/formView.js';
import { currentCells, findingsOf, valuesOf } from './reportParts.js';
import { cellViewOf, tableViewOf, tableViews } from './tableViews.js';
import { sectionViews } from './sectionViews.js';
import { repairsOf } from '../correcting/repairsOf.js';
import { valuesByKey } from './valuesByKey.js';

@Resolver(() => Report)
export class ReportFieldResolver {
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

  @Extensions({ cost: 20 })
  @FieldResolver(() => [Repair], { description: '改法：哪几格可能填错、应为多少，最可能的在前' })
  async repairs(@Root() report: ReportSource, @Ctx() context: Context): Promise<Repair[]> {
    return repairsOf(report, await valuesOf(report, context));
  }

  @FieldResolver(() => [ReportVersion], { description: '各版本，最早的在前' })
  versions(@Root() report: ReportSource, @Ctx() context: Context): Promise<VersionHead[]> {
    return context.loaders.versions.load(report.id);
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
    return loadVersionAsOf(reading(context, 'Query.report').manager, report.id, at);
  }

  @FieldResolver(() => AuditEntryConnection, { description: '这份报告的留痕，最近的在前' })
  auditTrail(
    @Root() report: ReportSource,
    @Ctx() context: Context,
    @First(50) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<AuditEntry>> {
    return auditConnection(
      reading(context, 'Query.auditTrail'),
      { reportIds: [report.id] },
      { first, after },
    );
  }
}
