import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { TokenUses } from '../../filing/audit/auditTokenUse.js';
import type { RequestContext } from './RequestContext.js';

/** Notes that an administrator's token reads. */
export function tokenUsePlugin(tokenUses: TokenUses): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ operation, contextValue: { actor } }) {
          if (actor !== null && operation?.operation === OperationTypeNode.QUERY) await tokenUses.note(actor);
        },
      };
    },
  };
}
