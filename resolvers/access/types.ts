import { registerEnumType, Field, ObjectType, InputType } from 'type-graphql';
import { Role } from '../../entities/access/Role.js';
import { Agency } from '../../entities/agencies/Agency.js';
import { roles } from '../../src/rights/roles.js';
import { connectionOf } from '../edge/connection.js';
import { UserError } from '../edge/userErrors.js';

registerEnumType(Role, {
  name: 'Role',
  description: '令牌的角色：能办什么',
  valuesConfig: Object.fromEntries(
    Object.entries(roles).map(([role, { label, description }]) => [
      role,
      { description: `${label}：${description}` },
    ]),
  ),
});

export { Role };

@ObjectType({ description: '令牌：谁能使用，能办什么。令牌本身只在发放时显示一次', simpleResolvers: true })
export class Token {
  @Field(() => String, { description: '名称：使用人或系统，记入留痕' })
  name!: string;

  @Field(() => Role, { description: '角色' })
  role!: Role;

  @Field(() => Agency, { nullable: true, description: '范围：这个机关及其下级；null 为全部' })
  scope!: Agency | null;

  @Field(() => Date, { nullable: true, description: '有效期止；null 为到撤销为止' })
  expiresAt!: Date | null;

  @Field(() => String, { nullable: true, description: '由谁发放（令牌的名称）' })
  createdBy!: string | null;

  @Field(() => Date, { description: '发放时间' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true, description: '撤销时间；没有撤销时为 null' })
  revokedAt!: Date | null;
}

export const TokenConnection = connectionOf('Token', '令牌', () => Token);

@ObjectType({ description: '发放令牌的结果', simpleResolvers: true })
export class TokenCreatePayload {
  @Field(() => String, { nullable: true, description: '令牌本身，以后不再显示；失败时为 null' })
  secret!: string | null;

  @Field(() => Token, { nullable: true, description: '发放的令牌；失败时为 null' })
  token!: Token | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@ObjectType({ description: '撤销令牌的结果', simpleResolvers: true })
export class TokenRevokePayload {
  @Field(() => Token, { nullable: true, description: '撤销的令牌；失败时为 null' })
  token!: Token | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

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
