import { Arg, Ctx, Extensions, Int, Query, Resolver } from 'type-graphql';
import { cellName, rowName } from '../../src/checks/place.js';
import { compareReports, type ComparedReports } from '../../src/filing/reports/compareReports.js';
import type { RootContext } from '../edge/Context.js';
import { Comparison } from './types.js';

@Resolver(() => Comparison)
export class ComparisonResolver {
  @Extensions({ cost: 20 })
  @Query(() => Comparison, {
    nullable: true,
    description: '一个机关各年度报告逐格比较：数、差额、增减百分比，也跨统一格式；没有这个机关时为 null',
  })
  async compare(
    @Ctx() context: RootContext,
    @Arg('agency', () => String, { description: '机关代码' }) agency: string,
    @Arg('years', () => [Int], { description: '要比较的年度，1 至 10 个，可以不相连' }) years: number[],
  ): Promise<Comparison | null> {
    const { manager, actor } = context;
    const compared = await compareReports(manager, actor, agency, years);
    return compared && comparisonView(compared);
  }
}

function comparisonView({ rows, ...comparison }: ComparedReports): Comparison {
  return {
    ...comparison,
    rows: rows.map(({ key, cell, values, isComparable, reason }) => ({
      key,
      label: cellName(cell),
      row: rowName(cell).slice(1, -1),
      column: cell.column.label,
      unit: cell.column.unit,
      values,
      comparable: isComparable,
      reason,
    })),
  };
}
