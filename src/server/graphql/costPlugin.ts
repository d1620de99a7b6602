import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type FragmentDefinitionNode } from 'graphql';
import type { RequestContext } from './RequestContext.js';
import { queryCost } from './queryCost.js';
import { tooLarge } from './tooLarge.js';

/** Refuses a query before any of it runs when its answer could be larger than one request may ask for. */
export function costPlugin(most: number): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, request, schema }) {
          const fragments = new Map(
            document.definitions
              .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
              .map((fragment) => [fragment.name.value, fragment]),
          );
          if (!operation) return;
          const cost = queryCost({ schema, fragments, variables: request.variables ?? {} }, operation);
          if (cost > most)
            throw tooLarge(
              `查询要的数据约 ${cost} 个，最多 ${most} 个。请减小 first，或分几次查询。`,
              operation,
            );
        },
      };
    },
  };
}
