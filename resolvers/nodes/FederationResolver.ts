import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { findAgencyInScope } from '../../src/filing/agencies/listAgencies.js';
import { Refusal } from '../../src/filing/refusal.js';
import { reading, type RootContext } from '../edge/Context.js';
import { reportDetail } from '../reports/readReports.js';
import { askedEntity, Entity, Representation, SubgraphService, subgraphSdl } from './federation.js';
import type { AskedEntity } from './federation.js';
import { ofType, readNodes } from './readNodes.js';

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
