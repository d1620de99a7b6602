import { graphql, GraphQLNonNull, GraphQLString, isObjectType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import type { Context } from '../../resolvers/edge/Context.js';
import { buildSchema } from '../../resolvers/schema/buildSchema.js';
import { guardSchema } from '../../resolvers/schema/guardSchema.js';
import type { Actor } from '../../src/filing/access/actor.js';
import { fieldRules } from '../../src/rights/fields.js';
import { isOperation, operations, reachOf } from '../../src/rights/operations.js';
import { actorNamed } from '../support/actors.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function contextOf(actor: Actor | null): Context {
  return {
    actor,
    database: database.dataSource,
    loaders: { manager: database.dataSource.manager },
    webhookTargets: [],
  };
}

function actorAs(role: Role): Actor {
  return { ...actorNamed('某人'), role, reach: 'OWN' };
}

/** A schema whose resolvers at the root ask for nothing; they say how they were called. */
async function forgetfulSchema(): Promise<{ schema: GraphQLSchema; called: string[]; reaches: unknown[] }> {
  const schema = await buildSchema();
  const called: string[] = [];
  const reaches: unknown[] = [];
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {}))
      field.resolve = (_source: unknown, _given: unknown, { actor }: Context) => {
        called.push(`${type?.name}.${field.name}`);
        reaches.push(actor?.reach);
        return { userErrors: [] };
      };
  guardSchema(schema);
  return { schema, called, reaches };
}

const submit =
  'mutation { reportSubmit(report: { agency: "A", year: 2024 }, expectedVersion: 1) { userErrors { code path } } }';
const recheck = 'mutation { reportRecheck { checked changed remaining userErrors { code message } } }';

describe('what a resolver forgets to ask, the guard has asked', () => {
  test('a mutation is refused without a token, and nothing of it runs', async () => {
    const { schema, called } = await forgetfulSchema();
    const answer = await graphql({ schema, contextValue: contextOf(null), source: submit });
    expect(answer.errors?.map(({ message }) => message)).toEqual([expect.stringContaining('没有令牌')]);
    expect(called).toEqual([]);
  });

  test('a mutation is refused to a role that may not, in its own words', async () => {
    const { schema, called } = await forgetfulSchema();
    const contextValue = contextOf(actorAs(Role.READER));
    const answer = await graphql({ schema, contextValue, source: recheck });
    expect(answer).toMatchObject({
      data: {
        reportRecheck: { checked: 0, changed: 0, remaining: null, userErrors: [{ code: 'FORBIDDEN' }] },
      },
    });
    expect(called).toEqual([]);
  });

  test('every field at the root is called by whoever may, with the reach of the right, and by nobody else', async () => {
    const { schema, called, reaches } = await forgetfulSchema();
    for (const type of [schema.getQueryType(), schema.getMutationType()])
      for (const field of Object.values(type?.getFields() ?? {}))
        for (const role of Object.values(Role)) {
          const operation = `${type?.name}.${field.name}`;
          if (!isOperation(operation)) throw new Error(operation);
          const before = called.length;
          const resolved: Promise<unknown> = (async () =>
            field.resolve?.(undefined, { preview: true }, contextOf(actorAs(role)), Object.create(null)))();
          const refused = await resolved.then(
            (answer) => JSON.stringify(answer).includes('FORBIDDEN'),
            () => true,
          );
          const reach = reachOf(role, operation);
          expect(refused, `${operation} as ${role}`).toBe(reach === undefined);
          expect(called.slice(before)).toEqual(reach === undefined ? [] : [operation]);
          if (reach !== undefined) expect(reaches.at(-1)).toBe(reach);
        }
    expect(called.length).toBeGreaterThan(Object.keys(operations).length);
  });

  test('a mutation that could not say what it refuses stops the program', async () => {
    const schema = await buildSchema();
    const fields = schema.getMutationType()?.getFields() ?? {};
    const [first] = Object.values(fields);
    if (first) first.type = new GraphQLNonNull(GraphQLString);
    expect(() => guardSchema(schema)).toThrow('without userErrors');
  });
});

describe('every field below the root, by role', () => {
  const roles = Object.values(Role);

  test('a field with a rule is resolved for the roles of the rule; null or refused for the others', async () => {
    const schema = await buildSchema();
    for (const [name, rule] of Object.entries(fieldRules)) {
      const [typeName = '', fieldName = ''] = name.split('.');
      const type = schema.getType(typeName);
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      if (!field) throw new Error(`${name} is no field`);
      for (const role of roles) {
        const info = Object.assign(Object.create(null), { fieldName });
        const resolved: Promise<unknown> = (async () =>
          field.resolve?.({ id: 'x', [fieldName]: '某值' }, { first: -1 }, contextOf(actorAs(role)), info))();
        const answer = await resolved.then(
          (value) => value ?? 'null',
          (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'failed'),
        );
        const hidden = answer === 'null' || answer === 'FORBIDDEN';
        expect(hidden, `${name} as ${role}: ${String(answer)}`).toBe(rule[role] === undefined);
      }
    }
  });
});
