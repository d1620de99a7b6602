import { Arg, Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import type { VersionHead } from '../../src/filing/reports/storedReport.js';
import type { Context } from '../edge/Context.js';
import { versionAsOf, versionsOf } from './reportLoaders.js';
import { Form } from '../forms/types.js';
import { CellKey } from '../edge/scalars.js';
import { JSONObject } from '../edge/scalars.js';
import { Cell, Report, type ReportSource, ReportVersion, Section, Table } from './types.js';
import { Problem } from './types.js';
import { formView } from '../forms/formView.js';
import { currentCells, valuesOf } from './reportParts.js';
import { cellViewOf, tableViewOf, tableViews } from './tableViews.js';
import { sectionViews } from './sectionViews.js';
import { valuesByKey } from './reportParts.js';

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
