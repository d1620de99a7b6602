import type { GraphQLFieldResolver } from 'graphql';
import { findAgencyInScope } from '../../src/filing/agencies/listAgencies.js';
import { auditRefusal } from '../../src/filing/audit/auditRefusal.js';
import { Refusal } from '../../src/filing/refusal.js';
import type { Operation } from '../../src/rights/operations.js';
import type { Context } from './Context.js';
import type { UserError } from './userErrors.js';

type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * What a mutation does, the functions it calls record with it. What it refuses is recorded here, of every
 * mutation alike; a preview changes nothing and leaves no trace.
 */
export function auditedMutation(operation: Operation, resolve: Resolve): Resolve {
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
      payload = await resolve(source, given, context, info);
    } catch (error) {
      if (error instanceof Refusal) await record(error.code);
      throw error;
    }
    const [first] = isPayload(payload) ? payload.userErrors : [];
    if (first) await record(first.code);
    return payload;
  };
}

function isPayload(answer: unknown): answer is { readonly userErrors: readonly UserError[] } {
  return typeof answer === 'object' && answer !== null && 'userErrors' in answer;
}

/** Where an agency and a year are named in the arguments of mutations. */
const subjects = [['report'], ['input', 'report'], ['input'], []] as const;
const agencyNames = ['agency', 'code', 'scope'] as const;

/** What the arguments say a mutation is about. */
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
