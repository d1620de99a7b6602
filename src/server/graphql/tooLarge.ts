import { GraphQLError, type ASTNode } from 'graphql';

/** A query that asks for more than one request may. */
export function tooLarge(message: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, {
    nodes: node ? [node] : [],
    extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400 } },
  });
}
