import { GraphQLError, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';

/** There is nothing to subscribe to: what changes is read from `changes`. */
export function operationRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation === OperationTypeNode.SUBSCRIPTION)
        context.reportError(
          new GraphQLError('不支持 subscription。变化用 changes 查询，或用 /api/v1/changes 等候。', {
            nodes: operation,
          }),
        );
    },
  };
}
