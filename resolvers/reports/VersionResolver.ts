import { Arg, Ctx, Extensions, FieldResolver, Resolver, Root } from 'type-graphql';
import type { VersionCells, VersionHead } from '../../src/filing/reports/storedReport.js';
import type { Context } from '../edge/Context.js';
import { versionNamed } from './reportLoaders.js';
import { CellKey } from '../edge/scalars.js';
import { JSONObject } from '../edge/scalars.js';
import { Cell, ReportVersion, Section, Table } from './types.js';
import { Form } from '../forms/types.js';
import { Problem } from './types.js';
import { formView } from '../forms/formView.js';
import { cellViewOf, tableViewOf, tableViews } from './tableViews.js';
import { sectionViews, valuesByKey } from './reportParts.js';

/** A version is listed without its cells; they are loaded when a field needs them. */
type VersionSource = VersionHead & Partial<VersionCells>;

@Resolver(() => ReportVersion)
export class VersionResolver {
  @FieldResolver(() => Form, { description: '所用的统一格式' })
  form(@Root() version: VersionSource): Form {
    return formView(version.form);
  }

  @Extensions({ size: 7 })
  @FieldResolver(() => [Table], { description: '二、三、四各表' })
  async tables(@Root() version: VersionSource, @Ctx() context: Context): Promise<Table[]> {
    return tableViews(await cellsOfVersion(version, context));
  }

  @FieldResolver(() => Table, { nullable: true, description: '一张表；格式中没有时为 null' })
  async table(
    @Root() version: VersionSource,
    @Ctx() context: Context,
    @Arg('key', () => String, { description: '表的名称，例如 requests' }) key: string,
  ): Promise<Table | null> {
    return tableViewOf(await cellsOfVersion(version, context), key);
  }

  @FieldResolver(() => Cell, { nullable: true, description: '一格；格式中没有时为 null' })
  async cell(
    @Root() version: VersionSource,
    @Ctx() context: Context,
    @Arg('key', () => CellKey, { description: '格的名称' }) key: string,
  ): Promise<Cell | null> {
    return cellViewOf(await cellsOfVersion(version, context), key);
  }

  @Extensions({ cost: 20 })
  @FieldResolver(() => JSONObject, { description: '各格的数：格的名称 → Decimal 或 null（空白）' })
  async values(
    @Root() version: VersionSource,
    @Ctx() context: Context,
    @Arg('keys', () => [CellKey], { nullable: true, description: '只要这些格；不填时为全部' })
    keys: string[] | null,
  ): Promise<Record<string, string | null>> {
    const { values } = await cellsOfVersion(version, context);
    return valuesByKey(version.form, values, keys ?? null);
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => [Section], { description: '一、五、六等部分的文字' })
  async sections(@Root() version: VersionSource, @Ctx() context: Context): Promise<readonly Section[]> {
    return sectionViews((await cellsOfVersion(version, context)).sections);
  }

  @FieldResolver(() => [Problem], { description: '读取文件时的问题' })
  async problems(@Root() version: VersionSource, @Ctx() context: Context): Promise<readonly Problem[]> {
    return (await cellsOfVersion(version, context)).problems;
  }
}

async function cellsOfVersion(version: VersionSource, context: Context): Promise<VersionCells> {
  return isLoaded(version)
    ? version
    : versionNamed(context).load({ reportId: version.reportId, number: version.number });
}

function isLoaded(version: VersionSource): version is VersionCells {
  return version.values !== undefined && version.raws !== undefined;
}
