import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../edge/UserError.js';

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
