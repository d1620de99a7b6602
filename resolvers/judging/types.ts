import { Extensions, Field, ID, InterfaceType, ObjectType, Int, InputType } from 'type-graphql';
import type { Context } from '../edge/Context.js';
import { Severity, Rule } from '../forms/types.js';
import { Decimal } from '../edge/scalars.js';
import { Cell, Report } from '../reports/types.js';
import { UserError } from '../edge/userErrors.js';
import { connectionOf } from '../edge/connection.js';
import { Node } from '../../entities/Node.js';
import { ReportSelection } from '../reports/inputs.js';

/** What is said of a finding, be it of a report or of a file that was read. */
@InterfaceType({
  description: '违反一条规则之处：报告现在的核对结果，或导入、发布时的',
  resolveType: ({ __typename }: { readonly __typename: string }) => __typename,
})
export abstract class Found {
  @Field(() => Severity, { description: '严重程度', simple: true })
  severity!: string;

  @Field(() => Decimal, { nullable: true, description: '左边的数；有空白或无从比较时为 null', simple: true })
  left!: string | null;

  @Field(() => Decimal, { nullable: true, description: '右边的数；有空白或无从比较时为 null', simple: true })
  right!: string | null;

  @Field(() => Decimal, { nullable: true, description: '相差：左边减右边', simple: true })
  difference!: string | null;

  @Field(() => String, { description: '中文说明：哪里不对、两边各是多少、怎么办', simple: true })
  message!: string;

  @Field(() => String, { nullable: true, description: '所涉的文字；只涉及数字时为 null', simple: true })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: '所涉文字在哪一部分；只涉及数字时为 null', simple: true })
  section?: string | null;
}

@ObjectType({
  description: '核对结果：数字或文字违反了一条规则',
  simpleResolvers: true,
  implements: [Node, Found],
})
export class Finding extends Found {
  @Field(() => ID, { description: '编号：由报告、规则和所涉各格确定，重新核对后不变' })
  id!: string;

  @Field(() => Rule, { description: '违反的规则' })
  rule!: Rule;

  @Extensions({ size: 6 })
  @Field(() => [Cell], { description: '所涉各格，合计在前' })
  cells!: (args: object, context: Context) => Promise<Cell[]>;

  @Field(() => Report, { description: '所在的报告' })
  report!: Report;
}

@ObjectType({ description: '重新核对的结果', simpleResolvers: true })
export class RecheckPayload {
  @Field(() => Int, { description: '重新核对了几份报告' })
  checked!: number;

  @Field(() => Int, { description: '其中几份的核对结果有变化，各有一条留痕' })
  changed!: number;

  @Field(() => Int, { nullable: true, description: '还有几份应当重新核对；失败时为 null' })
  remaining!: number | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

export const FindingConnection = connectionOf('Finding', '核对结果', () => Finding);

@InputType({ description: '核对结果的筛选条件，须同时满足' })
export class FindingFilter extends ReportSelection {
  @Field(() => [ID], { nullable: true, description: '规则编号，例如 R-BALANCE' })
  rules?: string[] | null;

  @Field(() => [Severity], { nullable: true, description: '严重程度' })
  severities?: Severity[] | null;
}
