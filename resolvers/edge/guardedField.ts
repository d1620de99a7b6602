import {
  getNamedType,
  isNonNullType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
} from 'graphql';
import { type Scope, actorWords } from '../../src/filing/access/actor.js';
import { isInScope } from '../../src/filing/access/reach.js';
import { type Context, requireActor } from './Context.js';
import { Refusal } from '../../src/filing/refusal.js';
import { reachBy, type Rule } from '../../src/rights/operations.js';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/** Whose each of these is: the path of the agency in the reporting tree. */
const paths: Readonly<Record<string, (value: object) => unknown>> = {
  Agency: (agency) => Reflect.get(agency, 'path'),
  Report: (report) => {
    const agency: unknown = Reflect.get(report, 'agency');
    return typeof agency === 'object' && agency !== null ? Reflect.get(agency, 'path') : undefined;
  },
};

/** Whether a field leads to an agency or a report, from which everything else hangs. */
export function leadsToAgencies({ type }: GraphQLField<unknown, Context>): boolean {
  return Object.hasOwn(paths, getNamedType(type).name);
}

/**
 * A way from one agency to another ends where the scope ends, whichever field somebody finds to go there:
 * what is outside is null, or missing in a list.
 */
export function scopedField(type: GraphQLOutputType, resolve: Resolve): Resolve {
  const pathOf = paths[getNamedType(type).name];
  if (!pathOf) return resolve;
  return (source, given, context, info) => {
    const answer = resolve(source, given, context, info);
    const scope = context.actor?.scope ?? null;
    if (scope === null) return answer;
    return answer instanceof Promise
      ? answer.then((value: unknown) => within(scope, value))
      : within(scope, answer);
  };

  function within(scope: Scope, value: unknown): unknown {
    if (Array.isArray(value)) return value.filter((each: unknown) => isOpen(scope, each));
    if (value == null || isOpen(scope, value)) return value;
    if (isNonNullType(type)) throw new Error('a field led out of the scope of the token');
    return null;
  }

  function isOpen(scope: Scope, value: unknown): boolean {
    const path = typeof value === 'object' && value !== null ? pathOf?.(value) : undefined;
    if (typeof path !== 'string') throw new Error('an agency came without its path');
    return isInScope(scope, { path });
  }
}

/** A field with a rule of its own: null for other roles, or refused where there is no null. */
export function ruledField(rule: Rule, type: GraphQLOutputType, resolve: Resolve): Resolve {
  return (source, given, context, info) => {
    const actor = requireActor(context.actor);
    if (reachBy(rule, actor) !== undefined) return resolve(source, given, context, info);
    if (!isNonNullType(type)) return null;
    throw new Refusal('FORBIDDEN', `${actorWords(actor)}的角色不能查看 ${info.fieldName}。请不要查询它。`);
  };
}
