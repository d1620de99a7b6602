import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface CostedRequest {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** How long a list is taken to be when its field does not say (extension `size`). */
const usualSize = 10;

/** Beyond this the exact cost does not matter; it also ends the measuring of runaway fragments. */
const enough = 10_000_000;

/**
 * How many values an answer may hold: each field counts 1 (or its extension `cost`), what is below a list
 * as often as the list is long.
 */
export function queryCost(request: CostedRequest, operation: OperationDefinitionNode): number {
  const root = request.schema.getRootType(operation.operation);
  return root ? costOf(request, operation.selectionSet, root.name, null) : 0;
}

function costOf(
  request: CostedRequest,
  { selections }: SelectionSetNode,
  typeName: string,
  pageSize: number | null,
): number {
  let cost = 0;
  for (const selection of selections) {
    if (cost > enough) break;
    if (selection.kind === Kind.FIELD) {
      cost += fieldCost(request, selection, typeName, pageSize);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      const name = selection.typeCondition?.name.value ?? typeName;
      cost += costOf(request, selection.selectionSet, name, pageSize);
    } else {
      const fragment = request.fragments.get(selection.name.value);
      if (fragment)
        cost += costOf(request, fragment.selectionSet, fragment.typeCondition.name.value, pageSize);
    }
  }
  return cost;
}

function fieldCost(
  request: CostedRequest,
  node: FieldNode,
  typeName: string,
  pageSize: number | null,
): number {
  const parent = request.schema.getType(typeName);
  const field = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
  if (!field) return 1;
  const own = typeof field.extensions['cost'] === 'number' ? field.extensions['cost'] : 1;
  const type = getNamedType(field.type);
  if (!node.selectionSet || !isCompositeType(type)) return own;
  const first = firstOf(request, node, field);
  const times = isListType(getNullableType(field.type)) ? (pageSize ?? sizeOf(field)) : 1;
  return own + times * costOf(request, node.selectionSet, type.name, first);
}

function sizeOf(field: GraphQLField<unknown, unknown>): number {
  return typeof field.extensions['size'] === 'number' ? field.extensions['size'] : usualSize;
}

/** The page size of a connection: it is the length of the lists `edges` and `nodes` directly below. */
function firstOf(
  { variables }: CostedRequest,
  node: FieldNode,
  field: GraphQLField<unknown, unknown>,
): number | null {
  const argument = field.args.find(({ name }) => name === 'first');
  if (!argument) return null;
  const given = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  if (given?.kind === Kind.INT) return Number(given.value);
  const value = given?.kind === Kind.VARIABLE ? variables[given.name.value] : undefined;
  if (typeof value === 'number') return value;
  return typeof argument.defaultValue === 'number' ? argument.defaultValue : usualSize;
}
