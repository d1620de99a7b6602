import {
  getVariableValues,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Execution } from './Execution.js';
import { isPlannable } from './isPlannable.js';
import { plannedFields, type PlannedField, type PlannedQuery } from './PlannedField.js';

interface Plan extends PlannedQuery {
  readonly root: readonly PlannedField[];
}

/** As long as Apollo keeps the document; null: not planned. */
const plans = new WeakMap<OperationDefinitionNode, Plan | null>();

/** The answer to a query, the same that graphql-js gives; null for what is left to it. */
export function executePlanned(
  operation: OperationDefinitionNode,
  { schema, document, contextValue, variableValues }: ExecutionArgs,
): Promise<ExecutionResult> | null {
  const plan = planOf(schema, document, operation);
  return plan && answered(plan, contextValue, variableValues ?? {});
}

function planOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Plan | null {
  const known = plans.get(operation);
  if (known !== undefined) return known;
  const plan = planned(schema, document, operation);
  plans.set(operation, plan);
  return plan;
}

function planned(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Plan | null {
  const type = schema.getQueryType();
  if (!type || operation.operation !== OperationTypeNode.QUERY || !isPlannable(schema, document)) return null;
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const query = {
    schema,
    operation,
    fragments: Object.fromEntries(fragments.map((node) => [node.name.value, node])),
  };
  return { ...query, root: plannedFields(query, type, [operation.selectionSet]) };
}

async function answered(
  plan: Plan,
  context: unknown,
  given: Readonly<Record<string, unknown>>,
): Promise<ExecutionResult> {
  const { schema, operation, root } = plan;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, {
    maxErrors: 50,
  });
  if (errors) return { errors };
  const execution = new Execution(plan, context, coerced);
  try {
    const data = await execution.object(root, undefined, undefined);
    return execution.errors.length === 0 ? { data } : { errors: execution.errors, data };
  } catch (error) {
    // What went wrong has its place by now.
    return { errors: [...execution.errors, error as GraphQLError], data: null };
  }
}
