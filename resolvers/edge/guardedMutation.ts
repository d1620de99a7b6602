import {
  getNamedType,
  GraphQLInt,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
} from 'graphql';
import { findAgencyInScope } from '../../src/filing/agencies/listAgencies.js';
import { auditRefusal } from '../../src/filing/audit/auditRefusal.js';
import { Refusal } from '../../src/filing/refusal.js';
import type { Operation } from '../../src/rights/operations.js';
import { rootContext, type Context, type RootContext } from './Context.js';
import { userErrorsOf, type UserError } from './userErrors.js';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * Nothing of a mutation runs before its right is asked for. What a mutation does, the functions it calls record
 * with it. What it refuses is recorded here, of every mutation alike; a preview changes nothing and leaves no trace.
 */
export function guardedMutation(operation: Operation, type: GraphQLOutputType, resolve: Resolve): Resolve {
  const refused = refusedPayload(operation, type);
  return async (source, given, context, info) => {
    const record = async (code: string) => {
      if (given['preview'] === true || context.actor === null) return;
      const { database, actor } = context;
      const { agency: asked, year } = subjectOf(given);
      const found = asked === undefined ? null : await findAgencyInScope(database.manager, actor, asked);
      await auditRefusal(database, actor, {
        operation,
        code,
        ...(asked !== undefined && { agency: { code: asked, id: found?.id ?? null } }),
        ...(year !== undefined && { year }),
      });
    };
    let payload: unknown;
    try {
      payload = await allowed(context, (root) => resolve(source, given, root, info));
    } catch (error) {
      if (error instanceof Refusal) await record(error.code);
      throw error;
    }
    const [first] = isPayload(payload) ? payload.userErrors : [];
    if (first) await record(first.code);
    return payload;
  };

  async function allowed(context: Context, work: (root: RootContext) => unknown): Promise<unknown> {
    let root: RootContext;
    try {
      root = rootContext(context, operation);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'FORBIDDEN') return refused(error);
      throw error;
    }
    return work(root);
  }
}

/** The answer of a mutation that did nothing: empty but for the reason. */
function refusedPayload(operation: Operation, type: GraphQLOutputType): (refusal: Refusal) => object {
  const payload = getNamedType(type);
  if (!isObjectType(payload) || !Object.hasOwn(payload.getFields(), 'userErrors'))
    throw new Error(`${operation} answers without userErrors`);
  const nothing = Object.values(payload.getFields()).map(({ name, type }) => [name, nothingOf(type)]);
  return (refusal) => ({ ...Object.fromEntries(nothing), userErrors: userErrorsOf(refusal) });
}

function nothingOf(type: GraphQLOutputType): unknown {
  if (!isNonNullType(type)) return null;
  if (isListType(type.ofType)) return [];
  return type.ofType === GraphQLInt ? 0 : undefined;
}

function isPayload(answer: unknown): answer is { readonly userErrors: readonly UserError[] } {
  return typeof answer === 'object' && answer !== null && 'userErrors' in answer;
}

/** Where an agency and a year are named in the arguments of mutations. */
const subjects = [['report'], ['input', 'report'], ['input'], []] as const;
const agencyNames = ['agency', 'code', 'scope'] as const;

/**
 * What a mutation seems to be about, guessed from the names of its arguments. Only the record of a refusal uses it:
 * what is allowed is judged by the mutation itself, on what it has loaded.
 */
export function subjectOf(given: Readonly<Record<string, unknown>>): { agency?: string; year?: number } {
  for (const path of subjects) {
    const place = path.reduce<unknown>(memberOf, given);
    const agency = agencyNames.map((name) => memberOf(place, name)).find((each) => typeof each === 'string');
    if (typeof agency !== 'string') continue;
    const year = memberOf(place, 'year');
    return { agency, ...(typeof year === 'number' && { year }) };
  }
  return {};
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}
