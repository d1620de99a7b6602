import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { listTokens } from '../../src/filing/tokens/listTokens.js';
import { createToken, revokeToken } from '../../src/filing/tokens/tokens.js';
import { acting, type RootContext } from '../edge/Context.js';
import { TokenInput } from './types.js';
import { PageAsked, type PageArguments } from '../edge/arguments.js';
import { pageRequest, toConnection } from '../edge/connection.js';
import type { Connection } from '../edge/connection.js';
import { type Token, TokenConnection, TokenCreatePayload, TokenRevokePayload } from './types.js';
import { orUserErrors } from '../edge/userErrors.js';

@Resolver()
export class TokenResolver {
  @Query(() => TokenConnection, {
    nullable: true,
    description: '发放过的令牌，最早的在前；只有范围不大于自己的',
  })
  async tokens(@Ctx() context: RootContext, @PageAsked(50) asked: PageArguments): Promise<Connection<Token>> {
    const page = pageRequest(asked, 50);
    const { manager, actor } = context;
    return toConnection(await listTokens(manager, actor, page), (token) => token);
  }

  @Mutation(() => TokenCreatePayload, { description: '发放令牌：角色、范围、有效期都不超过自己' })
  tokenCreate(
    @Ctx() context: RootContext,
    @Arg('input', () => TokenInput, { description: '要发放的令牌' }) input: TokenInput,
  ): Promise<TokenCreatePayload> {
    const request = { ...input, scope: input.scope ?? null, expiresAt: input.expiresAt ?? null };
    return orUserErrors<TokenCreatePayload>(
      async () => {
        const { token, record } = await acting(context, (manager, actor) =>
          createToken(manager, actor, request),
        );
        return { secret: token, token: record, userErrors: [] };
      },
      (userErrors) => ({ secret: null, token: null, userErrors }),
      ['input'],
    );
  }

  @Mutation(() => TokenRevokePayload, { description: '撤销令牌，从下一个请求起失效' })
  tokenRevoke(
    @Ctx() context: RootContext,
    @Arg('name', () => String, { description: '令牌的名称' }) name: string,
  ): Promise<TokenRevokePayload> {
    return orUserErrors<TokenRevokePayload>(
      async () => ({
        token: await acting(context, (manager, actor) => revokeToken(manager, actor, name)),
        userErrors: [],
      }),
      (userErrors) => ({ token: null, userErrors }),
    );
  }
}
