import { Field, ID, ObjectType, InputType } from 'type-graphql';
import { CellKey, Decimal } from '../edge/scalars.js';
import { Finding } from '../judging/types.js';
import { Report } from '../reports/types.js';
import { UserError } from '../edge/userErrors.js';

@ObjectType({ description: '改法中的一格', simpleResolvers: true })
class RepairChange {
  @Field(() => CellKey, { description: '哪一格' })
  cell!: CellKey;

  @Field(() => Decimal, { nullable: true, description: '现在的数；空白为 null' })
  from!: string | null;

  @Field(() => Decimal, { description: '应为' })
  to!: string;
}

@ObjectType({
  description: '改法：改动最少的几格，改后各项勾稽关系都相符。只是建议，不会自动改',
  simpleResolvers: true,
})
export class Repair {
  @Field(() => ID, { description: '编号；报告不变则不变' })
  id!: string;

  @Field(() => [RepairChange], { description: '改哪几格' })
  changes!: readonly RepairChange[];

  @Field(() => Boolean, { description: '同样少的格数里只有这一种改法' })
  unique!: boolean;

  @Field(() => [String], { description: '可消除哪些规则的核对结果' })
  settles!: readonly string[];

  @Field(() => String, { description: '中文说明' })
  message!: string;
}

@ObjectType({ description: '更正或恢复的结果', simpleResolvers: true })
export class CorrectionPayload {
  @Field(() => Report, { nullable: true, description: '现在的报告（预览时不变）；失败时为 null' })
  report!: Report | null;

  @Field(() => [Finding], { description: '由此消除的核对结果' })
  resolved!: Finding[];

  @Field(() => [Finding], { description: '由此新出现的核对结果' })
  introduced!: Finding[];

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@InputType({ description: '一格和它的数' })
export class CellChangeInput {
  @Field(() => CellKey, { description: '格的名称：表.行.列' })
  key!: CellKey;

  @Field(() => Decimal, { nullable: true, description: '数；null 为空白' })
  value?: string | null;
}

@InputType({ description: '一个文字部分和它的正文' })
export class SectionChangeInput {
  @Field(() => ID, { description: '部分的名称，见 forms 的 sections：一、五、六' })
  section!: string;

  @Field(() => String, { nullable: true, description: '正文；null 为没有这一部分' })
  text?: string | null;
}
