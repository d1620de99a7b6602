import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Agency } from '../entities/Agency.js';
import { listAgencies, loadAgency } from '../src/filing/listAgencies.js';
import { registerAgency } from '../src/filing/registerAgency.js';
import { acting, reading, type Context } from './Context.js';
import { AgencyFilter } from './inputs/AgencyFilter.js';
import { AgencyInput } from './inputs/AgencyInput.js';
import { After, First } from './pageArguments.js';
import { pageRequest, toConnection } from './toConnection.js';
import type { Connection } from './types/connection.js';
import { AgencyConnection } from './types/connections.js';
import { AgencyPayload } from './types/payloads.js';
import { orUserErrors } from './userErrors.js';

@Resolver(() => Agency)
export class AgencyResolver {
  @Query(() => Agency, { nullable: true, description: '一个机关；没有登记时为 null' })
  agency(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: '机关代码' }) code: string,
  ): Promise<Agency | null> {
    return loadAgency(reading(context, 'Query.agency'), code);
  }

  @Query(() => AgencyConnection, { description: '登记的机关，按代码排列' })
  async agencies(
    @Ctx() context: Context,
    @Arg('filter', () => AgencyFilter, { nullable: true, description: '筛选条件' })
    filter: AgencyFilter | null,
    @First(20) first: number | null,
    @After() after: string | null,
  ): Promise<Connection<Agency>> {
    const page = pageRequest({ first, after }, 20);
    const manager = reading(context, 'Query.agencies');
    const agencies = await listAgencies(manager, { ...page, filter });
    return toConnection(agencies, page, (agency) => agency);
  }

  @Mutation(() => AgencyPayload, { description: '登记一个机关' })
  agencyRegister(
    @Ctx() context: Context,
    @Arg('input', () => AgencyInput, { description: '要登记的机关' }) input: AgencyInput,
  ): Promise<AgencyPayload> {
    return orUserErrors<AgencyPayload>(
      () =>
        acting<AgencyPayload>(context, 'Mutation.agencyRegister', async (manager, actor) => ({
          agency: await registerAgency(manager, actor, { ...input, aliases: input.aliases ?? [] }),
          userErrors: [],
        })),
      (userErrors) => ({ agency: null, userErrors }),
      ['input'],
    );
  }
}
