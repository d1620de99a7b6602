import { Extensions, Field, Int, ObjectType } from 'type-graphql';
import { Agency } from '../../entities/agencies/Agency.js';
import { CellKey } from '../edge/scalars.js';
import { Decimal } from '../edge/scalars.js';

@ObjectType({ description: '比较中一格一个年度的数', simpleResolvers: true })
export class ComparedValue {
  @Field(() => Int, { description: '报告年度' })
  year!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: '该年度的数；空白、没有报告，或该年度的统一格式没有这一格时为 null',
  })
  value!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: '比前一个所比年度增加多少，减少的为负；两个数缺一个时为 null',
  })
  difference!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      '增减百分之几：差额除以前一个所比年度的数，四舍五入到一位小数；前一个数为零、为负或没有时为 null',
  })
  percentage!: string | null;
}

@ObjectType({ description: '比较中的一格：各年度的数', simpleResolvers: true })
export class ComparedRow {
  @Field(() => CellKey, { description: '格的名称：表.行.列' })
  key!: CellKey;

  @Field(() => String, { description: '表、行、列的名称，与统一格式所印相同' })
  label!: string;

  @Field(() => String, { description: '行的名称，有组的带组名' })
  row!: string;

  @Field(() => String, { description: '列的名称' })
  column!: string;

  @Field(() => String, { description: '计量单位：件、项、万元' })
  unit!: string;

  @Extensions({ size: 10 })
  @Field(() => [ComparedValue], { description: '各年度的数，最早的在前' })
  values!: readonly ComparedValue[];

  @Field(() => Boolean, { description: '所比各年度是否同一口径' })
  comparable!: boolean;

  @Field(() => String, { nullable: true, description: '不能相比的原因；可以相比时为 null' })
  reason!: string | null;
}

@ObjectType({
  description:
    '一个机关各年度报告逐格比较。（六）其他处理 2019 年统一格式是一行，与 2021 年统一格式三行之和相比',
  simpleResolvers: true,
})
export class Comparison {
  @Field(() => Agency, { description: '机关' })
  agency!: Agency;

  @Field(() => [Int], { description: '所比的年度，最早的在前，重复的只算一次' })
  years!: readonly number[];

  @Field(() => [Int], { description: '其中没有报告的年度' })
  missing!: readonly number[];

  @Extensions({ size: 230 })
  @Field(() => [ComparedRow], { description: '各格，依统一格式的次序；不能相比的也列出，并写明原因' })
  rows!: readonly ComparedRow[];
}
