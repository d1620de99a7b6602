import {
  isAbstractType,
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

/** Arguments that name each thing that is wanted. */
const namesOfThings: readonly string[] = ['ids', 'representations'];

type Field = GraphQLField<unknown, unknown>;

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
  const field = fieldOf(request.schema, typeName, node.name.value);
  if (!field) return 1;
  const own = typeof field.extensions['cost'] === 'number' ? field.extensions['cost'] : 1;
  const type = getNamedType(field.type);
  if (!node.selectionSet || !isCompositeType(type)) return own;
  const first = firstOf(request, node, field);
  const times = isListType(getNullableType(field.type))
    ? (askedFor(request, node) ?? pageSize ?? sizeOf(field))
    : 1;
  return own + times * costOf(request, node.selectionSet, type.name, first);
}

/** A field of an interface is the one of those types that have it: it costs the same in each. */
function fieldOf(schema: GraphQLSchema, typeName: string, name: string): Field | undefined {
  const type = schema.getType(typeName);
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return types.map((each) => each.getFields()[name]).find((field) => field !== undefined);
}

/** How many things are asked for by name: as many as there are names. */
function askedFor({ variables }: CostedRequest, { arguments: given }: FieldNode): number | null {
  const list = given?.find(({ name }) => namesOfThings.includes(name.value))?.value;
  if (list?.kind === Kind.LIST) return list.values.length;
  const value = list?.kind === Kind.VARIABLE ? variables[list.name.value] : undefined;
  return Array.isArray(value) ? value.length : null;
}

function sizeOf(field: Field): number {
  return typeof field.extensions['size'] === 'number' ? field.extensions['size'] : usualSize;
}

/**
 * The page size of a connection: it is the length of the lists `edges` and `nodes` directly below. At least 1: a size
 * that makes no sense is refused by its field and must not make room for others.
 */
function firstOf({ variables }: CostedRequest, node: FieldNode, field: Field): number | null {
  const argument = field.args.find(({ name }) => name === 'first');
  if (!argument) return null;
  const sizes = ['first', 'last'].flatMap((name) => {
    const given = node.arguments?.find((each) => each.name.value === name)?.value;
    if (given?.kind === Kind.INT) return [Number(given.value)];
    const value = given?.kind === Kind.VARIABLE ? variables[given.name.value] : undefined;
    return typeof value === 'number' ? [value] : [];
  });
  if (sizes.length > 0) return Math.max(1, ...sizes);
  return typeof argument.defaultValue === 'number' ? argument.defaultValue : usualSize;
}
