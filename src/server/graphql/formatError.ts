import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { databaseTrouble } from '../../database/databaseTrouble.js';
import { Refusal } from '../../filing/refusal.js';

/**
 * What a client sees of an error: expected failures as they are, mistakes in the query with their place,
 * anything else only as INTERNAL.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { path, locations } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const original = unwrapResolverError(error);
  if (original instanceof Refusal) {
    const { code, message, path: where } = original;
    return { message, ...place, extensions: { code, ...(where.length > 0 && { where }) } };
  }
  const trouble = databaseTrouble(original);
  if (trouble) return { message: trouble.message, ...place, extensions: { code: trouble.code } };
  if (/contains more tha[nt] \d+ tokens/.test(formatted.message))
    return { message: '查询太长。请分几次查询，或用变量传递数据。', extensions: { code: 'QUERY_TOO_LARGE' } };
  const code = isExpected(error, original) ? codeOf(error, formatted) : undefined;
  if (typeof code !== 'string' || code === 'INTERNAL_SERVER_ERROR')
    return { message: '服务器内部错误', ...place, extensions: { code: 'INTERNAL' } };
  const message = mistakes.has(code) ? `查询有误：${formatted.message}` : formatted.message;
  return { message, ...place, extensions: { code } };
}

/** An error of the query itself, not of a resolver that ran into something else. */
function isExpected(error: unknown, original: unknown): boolean {
  return error instanceof GraphQLError && (original === error || original instanceof GraphQLError);
}

/** Apollo puts its own code over the one that a validation rule gave. */
function codeOf(error: unknown, formatted: GraphQLFormattedError): unknown {
  const inner = error instanceof GraphQLError ? error.originalError : undefined;
  return (
    (inner instanceof GraphQLError ? inner.extensions['code'] : undefined) ?? formatted.extensions?.['code']
  );
}

/** Codes of graphql-js and Apollo, whose own words are English. */
const mistakes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);
