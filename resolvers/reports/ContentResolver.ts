import { Arg, Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import type { VersionCells, VersionHead } from '../../src/filing/reports/storedReport.js';
import type { Context } from '../edge/Context.js';
import { CellKey, JSONObject } from '../edge/scalars.js';
import { formView } from '../forms/formView.js';
import { Form } from '../forms/types.js';
import { versionNamed } from './reportLoaders.js';
import {
  currentCells,
  currentTables,
  processingFeeView,
  sectionViews,
  valuesByKey,
  valuesOf,
} from './reportParts.js';
import { cellViewOf, tableViewOf, tableViews, type Snapshot } from './tableViews.js';
import { Cell, Problem, ProcessingFee, ReportContent, type ReportSource, Section, Table } from './types.js';

/** A version is listed without its cells; they are loaded when a field needs them. */
type VersionSource = VersionHead & Partial<VersionCells>;

/** What a report and each of its versions show alike. */
@Resolver(() => ReportContent)
export class ContentResolver {
  @FieldResolver(() => Form, { description: '所用的统一格式' })
  form(@Root() { form }: ReportSource | VersionSource): Form {
    return formView(form);
  }

  @Extensions({ size: 7 })
  @FieldResolver(() => [Table], { description: '二、三、四各表' })
  async tables(@Root() root: ReportSource | VersionSource, @Ctx() context: Context): Promise<Table[]> {
    return tableViews(await tablesOf(root, context));
  }

  @FieldResolver(() => Table, { nullable: true, description: '一张表；格式中没有时为 null' })
  async table(
    @Root() root: ReportSource | VersionSource,
    @Ctx() context: Context,
    @Arg('key', () => String, { description: '表的名称，例如 requests' }) key: string,
  ): Promise<Table | null> {
    return tableViewOf(await tablesOf(root, context), key);
  }

  @FieldResolver(() => Cell, { nullable: true, description: '一格；格式中没有时为 null' })
  async cell(
    @Root() root: ReportSource | VersionSource,
    @Ctx() context: Context,
    @Arg('key', () => CellKey, { description: '格的名称' }) key: CellKey,
  ): Promise<Cell | null> {
    return cellViewOf(await tablesOf(root, context), key);
  }

  @Extensions({ cost: 20 })
  @FieldResolver(() => JSONObject, {
    description: '各格的数：格的名称 → Decimal 或 null（空白）。供系统取数，最省；格式中没有的格不出现',
  })
  async values(
    @Root() root: ReportSource | VersionSource,
    @Ctx() context: Context,
    @Arg('keys', () => [CellKey], { nullable: true, description: '只要这些格；不填时为全部' })
    keys: CellKey[] | null,
  ): Promise<Record<string, string | null>> {
    const values = isVersion(root) ? (await cellsOf(root, context)).values : await valuesOf(root, context);
    return valuesByKey(root.form, values, keys ?? null);
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => [Section], { description: '一、五、六等部分的文字' })
  async sections(
    @Root() root: ReportSource | VersionSource,
    @Ctx() context: Context,
  ): Promise<readonly Section[]> {
    return sectionViews((await cellsOf(root, context)).sections);
  }

  @FieldResolver(() => ProcessingFee, {
    nullable: true,
    description: '六中写明的信息处理费收取情况；没有写明时为 null',
  })
  async processingFee(
    @Root() root: ReportSource | VersionSource,
    @Ctx() context: Context,
  ): Promise<ProcessingFee | null> {
    return processingFeeView((await cellsOf(root, context)).sections);
  }

  @FieldResolver(() => [Problem], { description: '读取文件时的问题' })
  async problems(
    @Root() root: ReportSource | VersionSource,
    @Ctx() context: Context,
  ): Promise<readonly Problem[]> {
    return (await cellsOf(root, context)).problems;
  }
}

function isVersion(root: ReportSource | VersionSource): root is VersionSource {
  return 'number' in root;
}

function tablesOf(root: ReportSource | VersionSource, context: Context): Promise<Snapshot> {
  return isVersion(root) ? cellsOf(root, context) : currentTables(root, context);
}

function cellsOf(root: ReportSource | VersionSource, context: Context): ReturnType<typeof currentCells> {
  if (!isVersion(root)) return currentCells(root, context);
  return isLoaded(root)
    ? Promise.resolve(root)
    : versionNamed(context).load({ reportId: root.reportId, number: root.number });
}

function isLoaded(version: VersionSource): version is VersionCells {
  return version.values !== undefined && version.raws !== undefined;
}
