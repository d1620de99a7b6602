import {
  defaultFieldResolver,
  isIntrospectionType,
  isObjectType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { fieldRules } from '../../src/rights/fields.js';
import { isOperation, type Operation } from '../../src/rights/operations.js';
import { rootContext, type Context } from '../edge/Context.js';
import { guardedMutation } from '../edge/guardedMutation.js';
import { ruledField, leadsToAgencies, scopedField } from '../edge/guardedField.js';

type Field = GraphQLField<unknown, Context>;
type Resolve = GraphQLFieldResolver<unknown, Context>;

/**
 * Denies by default: a field at the root without a rule is an error of the program, a query or a mutation is
 * refused before anything of it runs, what a mutation was refused is recorded, and no field leads out of the scope.
 */
export function guardSchema(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !isIntrospectionType(type))
      for (const field of Object.values(type.getFields())) guardField(`${type.name}.${field.name}`, field);
  guardRoot(schema.getQueryType()?.getFields() ?? {}, 'Query', guardedQuery);
  guardRoot(schema.getMutationType()?.getFields() ?? {}, 'Mutation', guardedMutation);
}

function guardField(name: string, field: Field): void {
  if (leadsToAgencies(field)) field.resolve = scopedField(field.type, resolveOf(field));
  const rule = fieldRules[name];
  if (rule) field.resolve = ruledField(rule, field.type, resolveOf(field));
}

function guardRoot(
  fields: Readonly<Record<string, Field>>,
  root: string,
  guarded: (operation: Operation, type: GraphQLOutputType, resolve: Resolve) => Resolve,
): void {
  for (const field of Object.values(fields)) {
    const operation = `${root}.${field.name}`;
    if (!isOperation(operation)) throw new Error(`${operation} has no rule in src/rights/operations.ts`);
    field.resolve = guarded(operation, field.type, resolveOf(field));
  }
}

function guardedQuery(operation: Operation, _type: GraphQLOutputType, resolve: Resolve): Resolve {
  return (source, given, context, info) => resolve(source, given, rootContext(context, operation), info);
}

function resolveOf({ resolve }: Field): Resolve {
  return resolve ?? defaultFieldResolver;
}
