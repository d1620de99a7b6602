import { registerEnumType, Field, Int, ObjectType, Extensions, InputType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { CellKey, Decimal } from '../edge/scalars.js';
import { connectionOf } from '../edge/connection.js';
import { AgencyKind, AgencyLevel } from '../agencies/types.js';
import { ReportStatus } from '../reports/types.js';

export enum Grouping {
  LEVEL = 'LEVEL',
  KIND = 'KIND',
  DIVISION = 'DIVISION',
}

registerEnumType(Grouping, {
  name: 'Grouping',
  description: '年度分析按什么分组',
  valuesConfig: {
    LEVEL: { description: '机关的级别' },
    KIND: { description: '机关的类型' },
    DIVISION: { description: '行政区划代码的前几位' },
  },
});

@ObjectType({ description: '一个机关在汇总的一格中的数', simpleResolvers: true })
export class ChildValue {
  @Field(() => Agency, { description: '机关' })
  agency!: Agency;

  @Field(() => Decimal, { nullable: true, description: '所报的数；空白，或其统一格式没有这一格时为 null' })
  value!: string | null;

  @Field(() => String, { description: '所用的统一格式' })
  form!: string;
}

export const ChildValueConnection = connectionOf('ChildValue', '各机关所报的数', () => ChildValue);

@ObjectType({ description: '差额表中的一格：汇总数与各机关之和不同', simpleResolvers: true })
export class CellDeviation {
  @Field(() => CellKey, { description: '格的名称' })
  key!: CellKey;

  @Field(() => Decimal, { nullable: true, description: '汇总报告所报的数' })
  declared!: string | null;

  @Field(() => Decimal, { nullable: true, description: '各机关之和' })
  sum!: string | null;

  @Field(() => Decimal, { nullable: true, description: '差额：汇总数减各机关之和；有空白时为 null' })
  difference!: string | null;
}

@ObjectType({ description: '各报告六中信息处理费的收取情况之和', simpleResolvers: true })
export class ProcessingFeeSum {
  @Field(() => Int, { description: '写明是否收取的报告数' })
  stated!: number;

  @Field(() => Int, { description: '其中件数或金额看不出来、没有计入的报告数' })
  unclear!: number;

  @Field(() => Decimal, { description: '收取的件数之和' })
  cases!: string;

  @Field(() => Decimal, { description: '收取的金额之和（万元）' })
  amount!: string;
}

@ObjectType({ description: '汇总：一个机关之下各报告逐格相加', simpleResolvers: true })
export class RollUp {
  @Field(() => Agency, { description: '汇总到哪个机关' })
  agency!: Agency;

  @Field(() => Int, { description: '报告年度' })
  year!: number;

  @Field(() => Int, { description: '应报的机关数' })
  expected!: number;

  @Field(() => Int, { description: '有报告的机关数，草稿也算；汇总可用 statuses 限定' })
  filed!: number;

  @Field(() => Int, { description: '所用统一格式与本年度不同、没有相加的报告数' })
  otherForms!: number;
}

@ObjectType({ description: '年度分析中的一个数，与其他组和上一年度相比', simpleResolvers: true })
export class OverviewValue {
  @Field(() => CellKey, { description: '格的名称' })
  key!: CellKey;

  @Field(() => Decimal, {
    nullable: true,
    description: '各报告之和；都是空白、没有报告，或当年的统一格式没有这一格时为 null',
  })
  value!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: '占当年合计的百分之几，四舍五入到一位小数；合计不大于零时为 null',
  })
  share!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: '在当年各组中的位次，最大的为 1，相同的并列；合计没有位次',
  })
  rank!: number | null;

  @Field(() => Decimal, { nullable: true, description: '比上一年度增加多少，减少的为负；缺一个数时为 null' })
  difference!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: '比上一年度增减百分之几，四舍五入到一位小数；上一年度的数不大于零时为 null',
  })
  percentage!: string | null;
}

@ObjectType({ description: '年度分析中一组机关的一个年度', simpleResolvers: true })
export class OverviewYear {
  @Field(() => Int, { description: '报告年度' })
  year!: number;

  @Field(() => Int, { description: '有报告的机关数，草稿也算' })
  filed!: number;

  @Extensions({ size: 10 })
  @Field(() => [OverviewValue], { description: '各格的数，依所要的次序' })
  values!: readonly OverviewValue[];
}

@ObjectType({ description: '年度分析中的一组机关', simpleResolvers: true })
export class OverviewGroup {
  @Field(() => String, { nullable: true, description: '级别、类型或行政区划代码；没有登记的为 null' })
  code!: string | null;

  @Field(() => String, { description: '名称，例如“县级”“部门”或该行政区划的政府名称' })
  name!: string;

  @Extensions({ size: 5 })
  @Field(() => [OverviewYear], { description: '各年度，最早的在前' })
  years!: readonly OverviewYear[];
}

@ObjectType({
  description: '年度分析：一个机关之下各报告按组、按年度相加，附占比、位次和增减',
  simpleResolvers: true,
})
export class Overview {
  @Field(() => Agency, { description: '分析哪个机关之下的报告' })
  agency!: Agency;

  @Field(() => Grouping, { description: '按什么分组' })
  by!: Grouping;

  @Extensions({ size: 20 })
  @Field(() => [OverviewGroup], { description: '各组；级别、类型依次序，行政区划按代码，没有登记的在最后' })
  groups!: readonly OverviewGroup[];

  @Extensions({ size: 5 })
  @Field(() => [OverviewYear], { description: '各组合计，各年度最早的在前' })
  total!: readonly OverviewYear[];
}

@InputType({ description: '汇总的范围' })
export class RollUpFilter {
  @Field(() => [AgencyLevel], { nullable: true, description: '只加这些级别的机关' })
  levels?: AgencyLevel[] | null;

  @Field(() => [AgencyKind], { nullable: true, description: '只加这些类型的机关' })
  kinds?: AgencyKind[] | null;

  @Field(() => String, { nullable: true, description: '只加行政区划代码以此开头的机关，例如 41' })
  division?: string | null;

  @Field(() => [ReportStatus], { nullable: true, description: '只加这些状态的报告；不填时为全部' })
  statuses?: ReportStatus[] | null;
}
