import { Field, Int, ObjectType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { CellKey } from '../edge/CellKey.js';
import { Decimal } from '../edge/Decimal.js';
import { connectionOf } from '../edge/connection.js';

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
  key!: string;

  @Field(() => Decimal, { nullable: true, description: '汇总报告所报的数' })
  declared!: string | null;

  @Field(() => Decimal, { nullable: true, description: '各机关之和' })
  sum!: string | null;

  @Field(() => Decimal, { nullable: true, description: '差额：汇总数减各机关之和；有空白时为 null' })
  difference!: string | null;
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
