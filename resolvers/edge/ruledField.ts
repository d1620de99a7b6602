import { isNonNullType, type GraphQLFieldResolver, type GraphQLOutputType } from 'graphql';
import { Refusal } from '../../src/filing/refusal.js';
import type { Rule } from '../../src/rights/operations.js';
import { requireActor, type Context } from './Context.js';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** A field with a rule of its own: null for other roles, or refused where there is no null. */
export function ruledField(rule: Rule, type: GraphQLOutputType, resolve: Resolve): Resolve {
  return (source, given, context, info) => {
    const { role, name } = requireActor(context.actor);
    if (rule[role] !== undefined) return resolve(source, given, context, info);
    if (!isNonNullType(type)) return null;
    throw new Refusal('FORBIDDEN', `令牌“${name}”的角色不能查看 ${info.fieldName}。请不要查询它。`);
  };
}
