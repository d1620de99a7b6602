import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { officesOf } from '../../src/filing/people/accounts.js';
import { waitingSteps } from '../../src/filing/workflow/waitingSteps.js';
import { operationsOf } from '../../src/rights/operations.js';
import { agencyById } from '../agencies/agencyLoaders.js';
import { reading, type Context, type RootContext } from '../edge/Context.js';
import { Viewer, WaitingStep } from './types.js';

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: '自己是谁：角色、任职、上次登录，什么等着办' })
  async viewer(@Ctx() context: RootContext): Promise<Viewer> {
    const { manager, actor } = context;
    const { person, name, role, scope } = actor;
    const offices = person ? await officesOf(manager, [person.accountId]) : [];
    return {
      name: person?.account ?? name,
      displayName: person?.displayName ?? name,
      signedIn: person !== null,
      role,
      operations: operationsOf(actor),
      agency: scope && (await agencyById(context).load(scope.agencyId)),
      offices: offices.map(({ id, role: held, code, agencyName }) => ({
        ...{ key: id, role: held, code, agencyName },
        current: id === person?.officeId,
      })),
      lastSignIn: person?.previousAt ?? null,
      lastSignInFrom: person?.previousFrom ?? null,
    };
  }

  @FieldResolver(() => [WaitingStep], { description: '什么等着自己办，年度近的在前' })
  waiting(@Ctx() context: Context): Promise<WaitingStep[]> {
    const { manager, actor } = reading(context, 'Query.viewer');
    return waitingSteps(manager, actor);
  }
}
