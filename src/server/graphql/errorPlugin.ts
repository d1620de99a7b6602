import type { ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { databaseTrouble } from '../../database/databaseTrouble.js';
import { formatError } from './formatError.js';
import { internalMessage } from '../answers/internalMessage.js';
import type { RequestContext } from './RequestContext.js';

/** Logs what should not have happened and tells the client under which number. */
export const errorPlugin: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue, response }) {
        for (const error of errors) {
          const original = unwrapResolverError(error);
          const trouble = databaseTrouble(original);
          if (trouble) {
            contextValue.log.warn({ err: original, path: error.path }, 'the database could not do it');
            response.http.status = 503;
            response.http.headers.set('retry-after', `${trouble.retryAfterSeconds}`);
          } else if (isInternal(error))
            contextValue.log.error({ err: original, path: error.path }, 'a GraphQL field failed');
        }
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
        response.body.singleResult.errors = response.body.singleResult.errors.map((error) =>
          error.extensions?.['code'] === 'INTERNAL' ? numbered(error, contextValue.requestId) : error,
        );
      },
    };
  },
};

/** By the same rule as the answer. A refusal comes as it was thrown: to graphql-js its path looks like a place. */
function isInternal(error: GraphQLError): boolean {
  const { message, extensions } = error;
  return formatError({ message, extensions }, error).extensions?.['code'] === 'INTERNAL';
}

function numbered(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, message: internalMessage(requestId), extensions: { ...error.extensions, requestId } };
}
