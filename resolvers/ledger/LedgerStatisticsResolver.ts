import { Arg, Ctx, Extensions, Int, Mutation, Query, Resolver } from 'type-graphql';
import { agencyInScope } from '../../src/filing/agencies/agencyInScope.js';
import { ledgerStatistics } from '../../src/filing/ledger/ledgerStatistics.js';
import { setWorkYear } from '../../src/filing/ledger/setWorkYear.js';
import { requireYear } from '../../src/filing/requireYear.js';
import { reachOf } from '../../src/rights/operations.js';
import { acting, type RootContext } from '../edge/Context.js';
import { orUserErrors } from '../edge/userErrors.js';
import { LedgerStatistics, StatisticGrouping, WorkYearPayload } from './types.js';

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
