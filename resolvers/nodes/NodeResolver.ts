import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Node } from '../../entities/Node.js';
import { Refusal } from '../../src/filing/refusal.js';
import { type RootContext, reading } from '../edge/Context.js';
import { reportDetail } from '../reports/readReports.js';
import { readNodes, ofType } from './readNodes.js';
import { findAgencyInScope } from '../../src/filing/agencies/listAgencies.js';
import {
  askedEntity,
  Entity,
  Representation,
  SubgraphService,
  subgraphSdl,
  type AskedEntity,
} from './federation.js';

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

/** A gateway asks for as many of one answer at once as a page holds. */
const mostEntities = 1000;

/** What a gateway of a federation asks a subgraph for. */
@Resolver()
export class FederationResolver {
  @Query(() => SubgraphService, { name: '_service', description: '作为联邦子图的说明' })
  service(@Info() { schema }: GraphQLResolveInfo): SubgraphService {
    return { sdl: subgraphSdl(schema) };
  }

  @Query(() => [Entity], {
    name: '_entities',
    nullable: 'items',
    description: '联邦网关按编号查询多个，次序相同；没有，或不在令牌的范围内的为 null',
  })
  async entities(
    @Ctx() context: RootContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('representations', () => [Representation], { description: `要查询的，最多 ${mostEntities} 个` })
    representations: unknown[],
  ): Promise<Promise<object | null>[]> {
    if (representations.length > mostEntities)
      throw new Refusal(
        'INVALID_REQUEST',
        `representations 最多 ${mostEntities} 个，现在是 ${representations.length} 个。请分几次查询。`,
        ['representations'],
      );
    const asked = representations.map(askedEntity);
    const byId = asked.filter(({ field }) => field === 'id');
    const found = await readNodes(
      context,
      byId.map(({ value }) => value),
      reportDetail(info),
    );
    const nodes = new Map(byId.map((each, index) => [each, found[index]]));
    return asked.map(async (each) => {
      if (each.field === 'code') return agencyOf(context, each);
      const node = (await nodes.get(each)) ?? null;
      return node && Reflect.get(node, '__typename') === each.type ? node : null;
    });
  }
}

async function agencyOf(context: RootContext, { value }: AskedEntity): Promise<object | null> {
  const { manager, actor } = reading(context, 'Query.agency');
  return ofType('Agency', await findAgencyInScope(manager, actor, value));
}
