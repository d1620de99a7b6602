import { isNonNullType, type GraphQLFieldResolver, type GraphQLOutputType } from 'graphql';
import { Refusal } from '../../src/filing/refusal.js';
import { reachBy, type Rule } from '../../src/rights/operations.js';
import { actorWords } from '../../src/filing/access/actor.js';
import { requireActor, type Context } from './Context.js';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** A field with a rule of its own: null for other roles, or refused where there is no null. */
export function ruledField(rule: Rule, type: GraphQLOutputType, resolve: Resolve): Resolve {
  return (source, given, context, info) => {
    const actor = requireActor(context.actor);
    if (reachBy(rule, actor) !== undefined) return resolve(source, given, context, info);
    if (!isNonNullType(type)) return null;
    throw new Refusal('FORBIDDEN', `${actorWords(actor)}的角色不能查看 ${info.fieldName}。请不要查询它。`);
  };
}
