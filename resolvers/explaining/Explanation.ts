import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Context } from '../edge/Context.js';
import { ExplanationWords } from './ExplanationWords.js';
import { Finding } from '../judging/Finding.js';
import { Rule } from '../forms/Rule.js';
import { UserError } from '../edge/UserError.js';

@ObjectType({
  description: '核实说明：对一个核对结果说明了什么。所涉的数改动后失效，仍可查看',
  simpleResolvers: true,
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
