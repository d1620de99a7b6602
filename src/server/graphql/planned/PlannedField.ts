import {
  defaultFieldResolver,
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { shapeOf, type Shape } from './shapeOf.js';

/** A query that is executed again and again. */
export interface PlannedQuery {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** A field of an answer, with all that is the same whenever the query is asked. */
export class PlannedField {
  /** null is `__typename`. */
  readonly definition: GraphQLField<unknown, unknown> | null;
  readonly shape: Shape | null;
  /** null where it is but a property of what it belongs to. */
  readonly resolve: GraphQLFieldResolver<unknown, unknown> | null;
  #below: readonly PlannedField[] | null = null;

  constructor(
    private readonly query: PlannedQuery,
    readonly parent: GraphQLObjectType,
    readonly key: string,
    readonly nodes: readonly [FieldNode, ...FieldNode[]],
  ) {
    const [{ name }] = nodes;
    this.definition = parent.getFields()[name.value] ?? null;
    this.shape = this.definition && shapeOf(this.definition.type);
    const { resolve = defaultFieldResolver, args = [] } = this.definition ?? {};
    this.resolve = args.length === 0 && resolve === defaultFieldResolver ? null : resolve;
  }

  get name(): string {
    return this.nodes[0].name.value;
  }

  /** What is selected of the objects it leads to; looked for when there is the first of them. */
  below(type: GraphQLObjectType): readonly PlannedField[] {
    this.#below ??= plannedFields(
      this.query,
      type,
      this.nodes.map(({ selectionSet }) => selectionSet),
    );
    return this.#below;
  }
}

/** The fields of a type that are selected, each where it is met first. */
export function plannedFields(
  query: PlannedQuery,
  type: GraphQLObjectType,
  selected: readonly (SelectionSetNode | undefined)[],
): PlannedField[] {
  const found = new Map<string, [FieldNode, ...FieldNode[]]>();
  const spread = new Set<string>();
  const collect = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? [])
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = found.get(key);
        if (nodes) nodes.push(selection);
        else found.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (isOf(query.schema, type, selection)) collect(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = query.fragments[selection.name.value];
        if (fragment && isOf(query.schema, type, fragment)) collect(fragment.selectionSet);
      }
  };
  selected.forEach(collect);
  return [...found].map(([key, nodes]) => new PlannedField(query, type, key, nodes));
}

function isOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  { typeCondition }: Partial<Pick<FragmentDefinitionNode, 'typeCondition'>>,
): boolean {
  if (!typeCondition || typeCondition.name.value === type.name) return true;
  const wanted = schema.getType(typeCondition.name.value);
  return isAbstractType(wanted) && schema.isSubType(wanted, type);
}
