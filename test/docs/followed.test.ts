import 'reflect-metadata';
import { graphql, type GraphQLSchema } from 'graphql';
import { Arg, buildSchema, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { acting, type Context, type RootContext } from '../../resolvers/edge/Context.js';
import { orUserErrors, UserError } from '../../resolvers/edge/userErrors.js';
import { guardSchema } from '../../resolvers/schema/guardSchema.js';
import type { Actor } from '../../src/filing/access/actor.js';
import { appendAudit, systemChain } from '../../src/filing/audit/appendAudit.js';
import { recordCounted } from '../../src/filing/audit/auditRefusal.js';
import { Refusal } from '../../src/filing/refusal.js';
import { fieldRules } from '../../src/rights/fields.js';
import { operations } from '../../src/rights/operations.js';
import { actorNamed } from '../support/actors.js';
import { openTestDatabase, type TestDatabase } from '../support/database.js';

/** The recipes for a mutation and for a field with a right, followed step by step: days on which nobody works. */

// Of src/filing: the function that does it.
async function setHoliday(manager: EntityManager, actor: Actor, day: string): Promise<string> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day))
    throw new Refusal('INVALID_REQUEST', `日期应写成 2026-01-01，现在是“${day}”。`, ['day']);
  await appendAudit(manager, actor, new Date(), [
    {
      ...{ chain: systemChain, action: 'DEADLINE_SET', reason: null, agencyId: null, reportId: null },
      ...{ version: null, changes: [], details: { day } },
    },
  ]);
  return day;
}

// Of resolvers: the types, and a method that opens the transaction, calls the function and answers.
@ObjectType({ description: '假日' })
class Holiday {
  @Field(() => String, { description: '哪一天' })
  day!: string;

  @Field(() => String, { nullable: true, description: '由谁设定' })
  setBy!: string | null;
}

@ObjectType({ description: '设定假日的结果' })
class HolidayPayload {
  @Field(() => Holiday, { nullable: true, description: '假日；失败时为 null' })
  holiday!: Holiday | null;

  @Field(() => [UserError], { description: '可以预料的失败；为空时成功' })
  userErrors!: UserError[];
}

@Resolver()
class HolidayResolver {
  @Query(() => Holiday, { nullable: true, description: '假日' })
  holiday(): Holiday {
    return { day: '2026-01-01', setBy: '张三' };
  }

  @Mutation(() => HolidayPayload, { description: '设定假日' })
  holidaySet(
    @Ctx() context: RootContext,
    @Arg('day', () => String, { description: '哪一天' }) day: string,
  ): Promise<HolidayPayload> {
    return orUserErrors<HolidayPayload>(
      async () => {
        const set = await acting(context, (manager, actor) => setHoliday(manager, actor, day));
        return { holiday: { day: set, setBy: context.actor.name }, userErrors: [] };
      },
      (userErrors) => ({ holiday: null, userErrors }),
    );
  }
}

// Of src/rights: one line each.
const newOperations = {
  'Query.holiday': { [Role.READER]: 'WITHIN', [Role.ADMINISTRATOR]: 'WITHIN' },
  'Mutation.holidaySet': { [Role.ADMINISTRATOR]: 'WITHIN' },
};
const newFields = { 'Holiday.setBy': { [Role.ADMINISTRATOR]: 'WITHIN' } };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  for (const name of Object.keys(newOperations)) Reflect.deleteProperty(operations, name);
  for (const name of Object.keys(newFields)) Reflect.deleteProperty(fieldRules, name);
  await database.close();
});

const build = (): Promise<GraphQLSchema> => buildSchema({ resolvers: [HolidayResolver], validate: false });

function contextAs(role: Role): Context {
  const { dataSource } = database;
  return {
    actor: { ...actorNamed('某人'), role },
    database: dataSource,
    loaders: { manager: dataSource.manager },
    webhookTargets: [],
  };
}

describe('a mutation', () => {
  test('without its line in the list of rights stops the program', async () => {
    const schema = await build();
    expect(() => guardSchema(schema)).toThrow('has no rule in src/rights/operations.ts');
  });

  test('with its line is done by who may, refused to who may not, and both are recorded', async () => {
    Object.assign(operations, newOperations);
    const schema = await build();
    guardSchema(schema);
    const ask = (role: Role, day: string) =>
      graphql({
        schema,
        source: `mutation { holidaySet(day: "${day}") { holiday { day } userErrors { code path } } }`,
        contextValue: contextAs(role),
      });
    expect(await ask(Role.ADMINISTRATOR, '2026-01-01')).toMatchObject({
      data: { holidaySet: { holiday: { day: '2026-01-01' }, userErrors: [] } },
    });
    expect(await ask(Role.ADMINISTRATOR, '元旦')).toMatchObject({
      data: { holidaySet: { holiday: null, userErrors: [{ code: 'INVALID_REQUEST', path: ['day'] }] } },
    });
    expect(await ask(Role.READER, '2026-01-01')).toMatchObject({
      data: { holidaySet: { holiday: null, userErrors: [{ code: 'FORBIDDEN' }] } },
    });
    await recordCounted(database.dataSource);
    const entries = await database.dataSource.query<{ action: string; role: string }[]>(
      'SELECT action, role FROM audit_entry ORDER BY action, role',
    );
    expect(entries).toEqual([
      { action: 'DEADLINE_SET', role: 'ADMINISTRATOR' },
      { action: 'REFUSED', role: 'ADMINISTRATOR' },
      { action: 'REFUSED', role: 'READER' },
    ]);
  });
});

describe('a field with a right', () => {
  test('is null to the roles that its line does not name, and told to the others', async () => {
    Object.assign(operations, newOperations);
    const source = '{ holiday { day setBy } }';
    const before = await build();
    guardSchema(before);
    const open = await graphql({ schema: before, source, contextValue: contextAs(Role.READER) });
    expect(open).toMatchObject({ data: { holiday: { setBy: '张三' } } });
    Object.assign(fieldRules, newFields);
    const schema = await build();
    guardSchema(schema);
    const asked = (role: Role) => graphql({ schema, source, contextValue: contextAs(role) });
    expect(await asked(Role.READER)).toMatchObject({ data: { holiday: { day: '2026-01-01', setBy: null } } });
    expect(await asked(Role.ADMINISTRATOR)).toMatchObject({ data: { holiday: { setBy: '张三' } } });
  });
});
