import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** The names of the fields a query selects below a field, each with the path to it: `findings`, `findings.cells`. */
export function selectedFields(info: GraphQLResolveInfo, depth = 4): Set<string> {
  const names = new Set<string>();
  for (const { selectionSet } of info.fieldNodes) collect(info, selectionSet, '', depth, names);
  return names;
}

function collect(
  info: GraphQLResolveInfo,
  selectionSet: SelectionSetNode | undefined,
  prefix: string,
  depth: number,
  names: Set<string>,
): void {
  if (!selectionSet || depth === 0) return;
  for (const selection of selectionSet.selections)
    if (selection.kind === Kind.FIELD) {
      const name = prefix + selection.name.value;
      names.add(name);
      collect(info, selection.selectionSet, `${name}.`, depth - 1, names);
    } else {
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : info.fragments[selection.name.value];
      collect(info, fragment?.selectionSet, prefix, depth, names);
    }
}
