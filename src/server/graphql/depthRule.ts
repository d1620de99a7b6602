import {
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';
import { tooLarge } from './tooLarge.js';

type FragmentDepths = Map<FragmentDefinitionNode, number>;

/** A query may not nest deeper than an answer makes sense. Introspection has a limit of its own in graphql-js. */
export function depthRule(deepest: number) {
  return (context: ValidationContext): ASTVisitor => {
    const fragments: FragmentDepths = new Map();
    return {
      OperationDefinition(operation) {
        const depth = depthOf(context, operation.selectionSet, fragments);
        if (depth > deepest)
          context.reportError(
            tooLarge(`查询嵌套 ${depth} 层，最多 ${deepest} 层。请分几次查询。`, operation),
          );
      },
    };
  };
}

function depthOf(
  context: ValidationContext,
  { selections }: SelectionSetNode,
  known: FragmentDepths,
): number {
  let deepest = 0;
  for (const selection of selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = context.getFragment(selection.name.value);
      if (fragment) deepest = Math.max(deepest, fragmentDepth(context, fragment, known));
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      deepest = Math.max(deepest, depthOf(context, selection.selectionSet, known));
    } else if (!selection.name.value.startsWith('__')) {
      const below = selection.selectionSet ? depthOf(context, selection.selectionSet, known) : 0;
      deepest = Math.max(deepest, below + 1);
    }
  }
  return deepest;
}

/** Each fragment is measured once. One inside itself counts as 0 there; another rule refuses it. */
function fragmentDepth(
  context: ValidationContext,
  fragment: FragmentDefinitionNode,
  known: FragmentDepths,
): number {
  const measured = known.get(fragment);
  if (measured !== undefined) return measured;
  known.set(fragment, 0);
  const depth = depthOf(context, fragment.selectionSet, known);
  known.set(fragment, depth);
  return depth;
}
