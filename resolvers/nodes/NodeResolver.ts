import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Node } from '../../entities/Node.js';
import { Refusal } from '../../src/filing/refusal.js';
import type { RootContext } from '../edge/Context.js';
import { reportDetail } from '../reports/readReports.js';
import { readNodes } from './readNodes.js';

const mostIds = 200;

@Resolver()
export class NodeResolver {
  @Query(() => Node, { nullable: true, description: '按编号查询；没有，或不在令牌的范围内时为 null' })
  async node(
    @Ctx() context: RootContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: '编号' }) id: string,
  ): Promise<object | null> {
    const [node] = await readNodes(context, [id], reportDetail(info));
    return (await node) ?? null;
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: '按编号查询多个，次序与 ids 相同；没有，或不在令牌的范围内的为 null',
  })
  nodes(
    @Ctx() context: RootContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('ids', () => [ID], { description: `编号，最多 ${mostIds} 个` }) ids: string[],
  ): Promise<Promise<object | null>[]> {
    if (ids.length > mostIds)
      throw new Refusal(
        'INVALID_REQUEST',
        `ids 最多 ${mostIds} 个，现在是 ${ids.length} 个。请分几次查询。`,
        ['ids'],
      );
    return readNodes(context, ids, reportDetail(info));
  }
}
