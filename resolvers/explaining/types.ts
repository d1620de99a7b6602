import { Field, ObjectType, ID, Int, InputType } from 'type-graphql';
import { CellKey } from '../edge/scalars.js';
import type { Context } from '../edge/Context.js';
import { Finding } from '../judging/types.js';
import { Rule } from '../forms/types.js';
import { UserError } from '../edge/userErrors.js';
import { Node } from '../../entities/Node.js';
import { ReportKey } from '../reports/inputs.js';

/** What was said about a finding, by whom and when. */
@ObjectType({ simpleResolvers: true })
abstract class ExplanationWords {
  @Field(() => [CellKey], { description: '所涉各格' })
  cells!: readonly CellKey[];

  @Field(() => String, { nullable: true, description: '所涉的文字；只涉及数字时为 null' })
  sentence!: string | null;

  @Field(() => String, { description: '说明' })
  text!: string;

  @Field(() => Date, { description: '时间' })
  at!: Date;

  @Field(() => String, { description: '由谁说明（令牌的名称）' })
  author!: string;
}

@ObjectType({
  description: '核实说明：对一个核对结果说明了什么。所涉的数改动后失效，仍可查看',
  simpleResolvers: true,
  implements: Node,
})
export class Explanation extends ExplanationWords {
  @Field(() => ID, { description: '编号' })
  id!: string;

  @Field(() => Rule, { description: '所说明的规则' })
  rule!: Rule;

  @Field(() => Int, { description: '说明时报告的版本' })
  version!: number;

  @Field(() => Boolean, { description: '现在是否有效：所涉的数没有改动，也没有更新的说明' })
  inForce!: boolean | ((args: object, context: Context) => Promise<boolean>);

  @Field(() => Finding, { nullable: true, description: '所说明的核对结果；已消除时为 null' })
  finding!: Finding | null | ((args: object, context: Context) => Promise<Finding | null>);
}

@ObjectType({ description: '说明一个核对结果的结果', simpleResolvers: true })
export class FindingExplainPayload {
  @Field(() => Finding, { nullable: true, description: '核对结果；失败时为 null' })
  finding!: Finding | null;

  @Field(() => Explanation, { nullable: true, description: '说明；失败时为 null' })
  explanation!: Explanation | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@ObjectType({ description: '发布时有效的核实说明', simpleResolvers: true })
export class PublishedExplanation extends ExplanationWords {
  @Field(() => ID, { description: '所说明的规则的编号' })
  rule!: string;
}

@InputType({ description: '对一个核对结果的说明' })
export class FindingExplainInput {
  @Field(() => ReportKey, { description: '哪一份报告' })
  report!: ReportKey;

  @Field(() => ID, { description: '核对结果的编号，见 Report.findings；只有核实性审核的可以说明' })
  finding!: string;

  @Field(() => String, { description: '说明：数字为什么是这样，8 至 500 字，不用套话' })
  text!: string;

  @Field(() => Int, { nullable: true, description: '所依据的版本；填写时，已被别人改动的不保存' })
  expectedVersion?: number | null;
}
