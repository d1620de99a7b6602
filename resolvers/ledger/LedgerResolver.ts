import { Arg, Ctx, Extensions, FieldResolver, Int, Query, Resolver, Root, Mutation } from 'type-graphql';
import { calendarOf } from '../../src/filing/ledger/calendarOf.js';
import { carryFaults } from '../../src/filing/ledger/carriedCases.js';
import { countLedgers } from '../../src/filing/ledger/countLedgers.js';
import { lateCases } from '../../src/filing/ledger/lateCases.js';
import { pageOfCases } from '../../src/filing/ledger/pageOfCases.js';
import { ledgerVersions, loadLedger } from '../../src/filing/ledger/loadLedger.js';
import { rememberedWords } from '../../src/filing/ledger/ledgerWords.js';
import { dayInChina } from '../../src/season/chinaDay.js';
import { reading, type Context, type RootContext, acting } from '../edge/Context.js';
import { PageAsked, type PageArguments, Preview, Reason } from '../edge/arguments.js';
import { pageRequest, toConnection, type Connection } from '../edge/connection.js';
import { CellKey, JSONObject } from '../edge/scalars.js';
import { Form } from '../forms/types.js';
import { formView } from '../forms/formView.js';
import {
  CarryFault,
  LateCase,
  Ledger,
  type LedgerCase,
  LedgerCaseConnection,
  LedgerVersion,
  type LedgerSource,
  CountedFrom,
  LedgerDifference,
  ReportFromLedgerPayload,
  LedgerStatistics,
  StatisticGrouping,
  WorkYearPayload,
} from './types.js';
import { countedFrom } from '../../src/filing/ledger/countedFrom.js';
import { ledgerDifferences } from '../../src/filing/ledger/ledgerDifferences.js';
import { reportFromLedger } from '../../src/filing/ledger/reportFromLedger.js';
import { orUserErrors } from '../edge/userErrors.js';
import { FindingView } from '../judging/FindingView.js';
import { type ReportKey, WhichReport } from '../reports/inputs.js';
import { valuesOf } from '../reports/reportParts.js';
import { Report, type ReportSource } from '../reports/types.js';
import { agencyInScope } from '../../src/filing/agencies/agencyInScope.js';
import { ledgerStatistics } from '../../src/filing/ledger/ledgerStatistics.js';
import { setWorkYear } from '../../src/filing/ledger/setWorkYear.js';
import { requireYear } from '../../src/filing/requireYear.js';
import { reachOf } from '../../src/rights/operations.js';

const ledgers = 'Query.ledger';

/** 台账: the requests of an office, case by case. */
@Resolver(() => Ledger)
export class LedgerResolver {
  @Extensions({ cost: 20 })
  @Query(() => Ledger, { nullable: true, description: '一个机关一个年度的依申请公开台账；没有时为 null' })
  ledger(
    @Ctx() { manager, actor }: RootContext,
    @Arg('agency', () => String, { description: '机关代码' }) agency: string,
    @Arg('year', () => Int, { description: '年度' }) year: number,
  ): Promise<LedgerSource | null> {
    return loadLedger(manager, actor, agency, year);
  }

  @FieldResolver(() => Form, { description: '按哪一份统一格式读的' })
  form(@Root() { form }: LedgerSource): Form {
    return formView(form);
  }

  @FieldResolver(() => JSONObject, { description: '表三、表四由各件数出的数：格的名称 → Decimal' })
  async cells(@Root() ledger: LedgerSource, @Ctx() context: Context): Promise<Record<string, string>> {
    const { manager } = reading(context, ledgers);
    const counted = await countLedgers(manager, ledger.form, ledger.year, [ledger.id]);
    return Object.fromEntries([...counted].map(([key, count]) => [key, String(count)]));
  }

  @Extensions({ size: 20 })
  @FieldResolver(() => LedgerCaseConnection, { description: '各件，按编号排列；可以只看一格数进去的各件' })
  async cases(
    @Root() ledger: LedgerSource,
    @Ctx() context: Context,
    @Arg('cell', () => CellKey, { nullable: true, description: '只看这一格数进去的各件' })
    cell: string | null,
    @PageAsked(50) asked: PageArguments,
  ): Promise<Connection<LedgerCase>> {
    const page = pageRequest(asked, 50);
    const found = await pageOfCases(reading(context, ledgers).manager, ledger, cell ?? null, page);
    return toConnection(found, (one) => one);
  }

  @FieldResolver(() => [LateCase], { description: '超过期限答复、或到期没有答复的各件' })
  async late(@Root() ledger: LedgerSource, @Ctx() context: Context): Promise<readonly LateCase[]> {
    const { manager } = reading(context, ledgers);
    const calendar = await calendarOf(manager, ledger.agency);
    return lateCases(manager, ledger, calendar, dayInChina(new Date()));
  }

  @FieldResolver(() => [CarryFault], {
    nullable: true,
    description: '与上年台账逐件核对接不上的；上年没有台账时为 null',
  })
  async carryFaults(
    @Root() ledger: LedgerSource,
    @Ctx() context: Context,
  ): Promise<readonly CarryFault[] | null> {
    return carryFaults(reading(context, ledgers).manager, ledger);
  }

  @FieldResolver(() => [LedgerVersion], { description: '各版本，最近的在前' })
  versions(@Root() { id }: LedgerSource, @Ctx() context: Context): Promise<LedgerVersion[]> {
    return ledgerVersions(reading(context, ledgers).manager, id);
  }

  @FieldResolver(() => JSONObject, { description: '这个机关确认过的列和用词' })
  async words(@Root() { agency, form }: LedgerSource, @Ctx() context: Context): Promise<object> {
    return rememberedWords(reading(context, ledgers).manager, agency.id, form);
  }
}

/** A report beside the ledger it can be counted from. */
@Resolver(() => Report)
export class ReportLedgerResolver {
  @Extensions({ cost: 20, size: 20 })
  @FieldResolver(() => [LedgerDifference], {
    nullable: true,
    description: '表三、表四中填报的数与台账数出的不同的各格，和数进去的各件；没有台账时为 null',
  })
  async ledgerDifferences(
    @Root() report: ReportSource,
    @Ctx() context: Context,
  ): Promise<readonly LedgerDifference[] | null> {
    const { manager } = reading(context, 'Query.ledger');
    const { agency, form, year } = report;
    return ledgerDifferences(manager, agency, { form, year, values: await valuesOf(report, context) });
  }

  @FieldResolver(() => CountedFrom, {
    nullable: true,
    description: '最近一次从台账的哪一版数出；没有从台账数过时为 null',
  })
  countedFrom(@Root() { id }: ReportSource, @Ctx() context: Context): Promise<CountedFrom | null> {
    return countedFrom(reading(context, 'Query.ledger').manager, id);
  }

  @Mutation(() => ReportFromLedgerPayload, {
    description: '由台账数出表三、表四，作为报告的新版本（没有报告时建立草稿）；其余各格和文字不变',
  })
  reportFromLedger(
    @Ctx() context: RootContext,
    @WhichReport() report: ReportKey,
    @Arg('expectedVersion', () => Int, { nullable: true, description: '所依据的版本；还没有报告时不填' })
    expectedVersion: number | null,
    @Reason('理由') reason: string,
    @Preview() preview: boolean | null,
  ): Promise<ReportFromLedgerPayload> {
    const request = {
      ...report,
      expectedVersion: expectedVersion ?? null,
      reason,
      preview: preview ?? false,
    };
    return orUserErrors<ReportFromLedgerPayload>(
      async () => {
        const counted = await acting(context, (manager, actor) => reportFromLedger(manager, actor, request));
        const { report: stored, resolved, introduced, diff } = counted;
        const views = (findings: typeof resolved) =>
          stored === null ? [] : findings.map((finding) => new FindingView(stored, finding));
        return {
          report: stored,
          diff,
          resolved: views(resolved),
          introduced: views(introduced),
          userErrors: [],
        };
      },
      (userErrors) => ({ report: null, diff: [], resolved: [], introduced: [], userErrors }),
    );
  }
}

/** What a province sees of its ledgers, and by which days it judges them. */
@Resolver()
export class LedgerStatisticsResolver {
  @Extensions({ cost: 50 })
  @Query(() => LedgerStatistics, {
    nullable: true,
    description:
      '台账统计：一个机关和它之下各机关收到的申请，答复天数、延期、各种结果，按机关、月份或申请人类型',
  })
  async ledgerStatistics(
    @Ctx() { manager, actor }: RootContext,
    @Arg('agency', () => String, { description: '机关代码：它和它之下的各机关' }) code: string,
    @Arg('year', () => Int, { description: '年度' }) year: number,
    @Arg('by', () => StatisticGrouping, { description: '怎样分组' }) by: StatisticGrouping,
  ): Promise<LedgerStatistics> {
    const agency = await agencyInScope(manager, actor, code);
    const isOutsider = reachOf(actor.role, 'Query.ledger', actor.separated) === undefined;
    return ledgerStatistics(manager, agency, { year: requireYear(year), by, isOutsider });
  }

  @Mutation(() => WorkYearPayload, {
    description: '补录一年的工作日安排，对一个机关和它之下各机关有效；国家或地方的放假通知公布后补录',
  })
  workYearSet(
    @Ctx() context: RootContext,
    @Arg('agency', () => String, { description: '机关代码' }) agency: string,
    @Arg('year', () => Int, { description: '年份' }) year: number,
    @Arg('off', () => [String], { description: '周一至周五放假的日子，例如 10-01' }) off: string[],
    @Arg('working', () => [String], { description: '周六、周日上班的日子' }) working: string[],
    @Arg('source', () => String, { description: '依据，例如文号' }) source: string,
  ): Promise<WorkYearPayload> {
    return orUserErrors<WorkYearPayload>(
      async () => {
        const workYear = await acting(context, (manager, actor) =>
          setWorkYear(manager, actor, { agency, year, off, working, source }),
        );
        return { workYear, userErrors: [] };
      },
      (userErrors) => ({ workYear: null, userErrors }),
    );
  }
}
