import { Arg, Ctx, Extensions, Int, Query, Resolver } from 'type-graphql';
import { formatValue } from '../../src/cells.js';
import { agencyInScope } from '../../src/filing/agencies/agencyInScope.js';
import { overviewOf, type Overview as Found } from '../../src/filing/rollUp/overviewOf.js';
import type { OverviewYear as YearFound } from '../../src/rollUp/overview.js';
import type { RootContext } from '../edge/Context.js';
import { CellKey } from '../edge/scalars.js';
import { RollUpFilter, Grouping, Overview, type OverviewYear } from './types.js';

@Resolver(() => Overview)
export class OverviewResolver {
  @Extensions({ cost: 50 })
  @Query(() => Overview, {
    nullable: true,
    description: '年度分析：一个机关之下各报告按级别、类型或行政区划分组，逐年相加，附占比、位次和增减',
  })
  async overview(
    @Ctx() context: RootContext,
    @Arg('agency', () => String, { description: '哪个机关之下（代码）' }) code: string,
    @Arg('fromYear', () => Int, { description: '第一个年度；它的增减与再上一年度相比' }) fromYear: number,
    @Arg('toYear', () => Int, { description: '最后一个年度；连第一个在内不超过 10 年' }) toYear: number,
    @Arg('by', () => Grouping, { description: '按什么分组' }) by: Grouping,
    @Arg('keys', () => [CellKey], { description: '要分析的格，1 至 20 个' }) keys: CellKey[],
    @Arg('divisionDigits', () => Int, {
      nullable: true,
      defaultValue: 2,
      description: '按行政区划分组时取代码的前几位：2 为省，4 为市，6 为县',
    })
    divisionDigits: number | null,
    @Arg('depth', () => Int, {
      nullable: true,
      description: '向下几级：1 为名单内的各机关；不填为一直到各填报单位',
    })
    depth: number | null,
    @Arg('filter', () => RollUpFilter, { nullable: true, description: '只分析哪些机关、哪些状态的报告' })
    filter: RollUpFilter | null,
  ): Promise<Overview> {
    const { manager, actor } = context;
    const agency = await agencyInScope(manager, actor, code);
    const range = { fromYear, toYear, depth: depth ?? null };
    return overviewView(
      await overviewOf(manager, { agency, by, keys, digits: divisionDigits ?? 2, ...range, ...filter }),
    );
  }
}

/** An overview with its numbers as decimal strings in the units of the form. */
function overviewView({ request, cells, groups, total, nameOf }: Found): Overview {
  const yearView = ({ year, filed, values }: YearFound): OverviewYear => ({
    year,
    filed,
    values: cells.map(({ key, column }, index) => {
      const {
        value = null,
        share = null,
        rank = null,
        difference = null,
        percentage = null,
      } = values[index] ?? {};
      const show = (number: bigint | null) => (number === null ? null : formatValue(column, number));
      return { key, value: show(value), share, rank, difference: show(difference), percentage };
    }),
  });
  return {
    agency: request.agency,
    by: Grouping[request.by],
    groups: groups.map(({ group, years }) => ({
      code: group,
      name: nameOf(group),
      years: years.map(yearView),
    })),
    total: total.map(yearView),
  };
}
