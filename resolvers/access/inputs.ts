import { Field, InputType } from 'type-graphql';
import { Role } from './types.js';

@InputType({ description: '要发放的令牌' })
export class TokenInput {
  @Field(() => String, { description: '名称：使用人或系统，不与其他令牌重复' })
  name!: string;

  @Field(() => Role, { description: '角色' })
  role!: Role;

  @Field(() => String, {
    nullable: true,
    description: '范围：这个机关（代码）及其下级；不填时为全部。自己有范围的，只能在其内',
  })
  scope?: string | null;

  @Field(() => Date, { nullable: true, description: '有效期止；不填时到撤销为止' })
  expiresAt?: Date | null;
}
