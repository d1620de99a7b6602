import { Arg, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root, Mutation } from 'type-graphql';
import type { Agency } from '../../entities/agencies/Agency.js';
import type { Page } from '../../src/filing/lists/page.js';
import { formatMoney } from '../../src/cells.js';
import { agencyInScope } from '../../src/filing/agencies/agencyInScope.js';
import { loadReport } from '../../src/filing/reports/loadReport.js';
import { childValues } from '../../src/filing/rollUp/childValues.js';
import { countBlanks } from '../../src/filing/rollUp/countBlanks.js';
import { differenceTable } from '../../src/filing/rollUp/differenceTable.js';
import { missingAgencies } from '../../src/filing/rollUp/missingAgencies.js';
import { sumFees } from '../../src/filing/rollUp/sumFees.js';
import { rollUpOf, type YearSum } from '../../src/filing/rollUp/rollUpOf.js';
import { reading, type Context, type RootContext, acting } from '../edge/Context.js';
import {
  RollUpFilter,
  CellDeviation,
  ChildValueConnection,
  ProcessingFeeSum,
  RollUp,
  type ChildValue,
} from './types.js';
import { PageAsked, type PageArguments, Reason } from '../edge/arguments.js';
import { CellKey, JSONObject } from '../edge/scalars.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import { AgencyConnection } from '../agencies/types.js';
import { valuesByKey } from '../reports/reportParts.js';
import { consolidateReport } from '../../src/filing/rollUp/consolidateReport.js';
import { type ReportKey, WhichReport } from '../reports/inputs.js';
import { ReportPayload } from '../reports/types.js';
import { orUserErrors } from '../edge/userErrors.js';

/** A sum as the fields below read it. */
class RollUpView implements RollUp {
  constructor(readonly sum: YearSum) {}

  get agency() {
    return this.sum.rollUp.request.agency;
  }
  get year() {
    return this.sum.rollUp.request.year;
  }
  get expected() {
    return this.sum.rollUp.expected;
  }
  get filed() {
    return this.sum.rollUp.filed;
  }
  get otherForms() {
    return this.sum.otherForms;
  }
}

@Resolver(() => RollUp)
export class RollUpResolver {
  @Extensions({ cost: 20 })
  @Query(() => RollUp, { nullable: true, description: '汇总：一个机关之下各报告逐格相加，列出未报的机关' })
  async rollUp(
    @Ctx() context: RootContext,
    @Arg('agency', () => String, { description: '汇总到哪个机关（代码）' }) code: string,
    @Arg('year', () => Int, { description: '报告年度' }) year: number,
    @Arg('depth', () => Int, {
      nullable: true,
      defaultValue: 1,
      description: '向下几级：1 为名单内的各机关；null 为一直到各填报单位',
    })
    depth: number | null,
    @Arg('filter', () => RollUpFilter, { nullable: true, description: '只加哪些机关、哪些状态的报告' })
    filter: RollUpFilter | null,
  ): Promise<RollUp> {
    const { manager, actor } = context;
    const agency = await agencyInScope(manager, actor, code);
    return new RollUpView(await rollUpOf(manager, { agency, year, depth, ...filter }));
  }

  @FieldResolver(() => Int, { description: '相加的各报告中空白的格数；空白不计入和' })
  blanks(@Root() { sum: { rollUp, form } }: RollUpView, @Ctx() context: Context): Promise<number> {
    return countBlanks(reading(context, 'Query.rollUp').manager, rollUp.request, form);
  }

  @FieldResolver(() => JSONObject, { description: '各格之和：格的名称 → Decimal 或 null（各报告都是空白）' })
  values(
    @Root() { sum: { form, values } }: RollUpView,
    @Arg('keys', () => [CellKey], { nullable: true, description: '只要这些格；不填时为全部' })
    keys: CellKey[] | null,
  ): Record<string, string | null> {
    return valuesByKey(form, values, keys ?? null);
  }

  @FieldResolver(() => ProcessingFeeSum, { description: '各报告六中写明的信息处理费：件数、金额之和' })
  async processingFee(@Root() { sum }: RollUpView, @Ctx() context: Context): Promise<ProcessingFeeSum> {
    const { manager } = reading(context, 'Query.rollUp');
    const { stated, unclear, cases, amount } = await sumFees(manager, sum.rollUp.request);
    return { stated, unclear, cases: `${cases}`, amount: formatMoney(amount) };
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => AgencyConnection, { description: '应报而未报的机关，按代码排列' })
  async missing(
    @Root() { sum }: RollUpView,
    @Ctx() context: Context,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<Agency>> {
    const page = pageRequest(asked, 50);
    const found = await missingAgencies(reading(context, 'Query.rollUp').manager, sum.rollUp.request, page);
    return toConnection(found, (agency) => agency);
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => [CellDeviation], {
    nullable: true,
    description: '差额表：汇总报告与各机关之和不同的各格；没有汇总报告时为 null',
  })
  async differences(@Root() { sum }: RollUpView, @Ctx() context: Context): Promise<CellDeviation[] | null> {
    const { agency, year } = sum.rollUp.request;
    const report = await loadReport(reading(context, 'Query.rollUp').manager, agency.code, year, 'values');
    return report && differenceTable(report.form, report.values, sum.rollUp);
  }

  @Extensions({ size: 3 })
  @FieldResolver(() => ChildValueConnection, { description: '一格背后各机关所报的数，按代码排列' })
  async children(
    @Root() { sum }: RollUpView,
    @Ctx() context: Context,
    @Arg('key', () => CellKey, { description: '格的名称' }) key: CellKey,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<ChildValue>> {
    const page = pageRequest(asked, 50);
    const found: Page<ChildValue> = await childValues(
      reading(context, 'Query.rollUp').manager,
      sum.rollUp.request,
      key,
      page,
    );
    return toConnection(found, (value) => value);
  }
}

@Resolver()
export class ConsolidationResolver {
  @Mutation(() => ReportPayload, {
    description: '汇总形成报告：名单内各机关的报告逐格相加，成为汇总户自己的草稿',
  })
  reportConsolidate(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: '汇总户现有报告的版本；还没有报告时不填',
    })
    expectedVersion: number | null,
    @Arg('depth', () => Int, {
      nullable: true,
      defaultValue: 1,
      description: '向下几级：1 为名单内的各机关；null 为一直到各填报单位',
    })
    depth: number | null,
    @Reason('汇总的说明') reason: string,
  ): Promise<ReportPayload> {
    const request = { ...report, expectedVersion: expectedVersion ?? null, depth, reason };
    return orUserErrors<ReportPayload>(
      async () => ({
        report: await acting(context, (manager, actor) => consolidateReport(manager, actor, request)),
        userErrors: [],
      }),
      (userErrors) => ({ report: null, userErrors }),
    );
  }
}
