import { getNamedType, isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../entities/access/Role.js';
import { buildSchema } from '../../resolvers/schema/buildSchema.js';
import { guardSchema } from '../../resolvers/schema/guardSchema.js';
import { leadsToAgencies } from '../../resolvers/edge/guardedField.js';
import { fieldRules } from '../../src/rights/fields.js';
import { operations, reachOf, rolesOf, isOperation } from '../../src/rights/operations.js';
import { samples } from './samples.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema();
});

const roots = () => [schema.getQueryType(), schema.getMutationType()];

/** `Query.report` and so on, as the schema has them. */
const fieldsAtRoot = () =>
  roots().flatMap((type) => Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name}.${field}`));

function fieldsBelow() {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type) && !roots().includes(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, type, field })),
    );
}

describe('every rule', () => {
  test('every query and mutation has one, and every rule of one is of a query or mutation', () => {
    const named = Object.keys(operations).filter((name) => !name.includes(' '));
    expect(fieldsAtRoot().sort()).toEqual(named.sort());
  });

  test('every rule of a field is of a field', () => {
    const names = new Set(fieldsBelow().map(({ name }) => name));
    expect(Object.keys(fieldRules).filter((name) => !names.has(name))).toEqual([]);
  });

  test('every field that leads to an agency or a report is held to the scope', () => {
    for (const { name, field } of fieldsBelow())
      expect(leadsToAgencies(field), name).toBe(['Agency', 'Report'].includes(getNamedType(field.type).name));
  });

  test('the administrator may do everything, and nobody what is not listed', () => {
    for (const operation of Object.keys(operations).filter(isOperation)) {
      expect(reachOf(Role.ADMINISTRATOR, operation), operation).toBe('WITHIN');
      expect(rolesOf(operation)).toContain(Role.ADMINISTRATOR);
    }
    expect(isOperation('Query.everything')).toBe(false);
    expect(isOperation('toString')).toBe(false);
  });

  test('what only reads is for auditors too, and readers change nothing', () => {
    for (const operation of Object.keys(operations).filter(isOperation)) {
      const reads = operation.startsWith('Query.') || operation.startsWith('GET ');
      if (reads && operation !== 'Query.tokens') expect(rolesOf(operation)).toContain(Role.AUDITOR);
      if (!reads) expect(rolesOf(operation)).not.toContain(Role.AUDITOR);
      if (!reads) expect(rolesOf(operation)).not.toContain(Role.READER);
    }
  });

  test('every operation has a sample request', () => {
    expect(Object.keys(operations).filter((name) => !(name in samples))).toEqual([]);
    expect(Object.keys(samples).filter((name) => !isOperation(name))).toEqual([]);
  });

  test('a field at the root without a rule stops the program', async () => {
    const other = await buildSchema();
    const fields = other.getQueryType()?.getFields() ?? {};
    const [first] = Object.values(fields);
    if (first) Object.assign(fields, { secrets: { ...first, name: 'secrets' } });
    expect(() => guardSchema(other)).toThrow('Query.secrets has no rule');
  });
});
