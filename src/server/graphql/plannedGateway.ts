import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import { execute, type GraphQLSchema } from 'graphql';
import { executePlanned } from './planned/executePlanned.js';
import type { RequestContext } from './RequestContext.js';

/** A schema for Apollo whose queries are planned when they are first asked, and executed by that. */
export function plannedGateway(
  schema: GraphQLSchema,
): ApolloServerOptionsWithGateway<RequestContext>['gateway'] {
  let told: (() => void) | null = null;
  return {
    onSchemaLoadOrUpdate(tell) {
      told = () => tell({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    async load() {
      told?.();
      return {
        executor: async ({ document, operation, request, context }) => {
          const asked = {
            schema,
            document,
            contextValue: context,
            variableValues: request.variables,
            operationName: request.operationName,
          };
          return (operation && executePlanned(operation, asked)) ?? execute(asked);
        },
      };
    },
    async stop() {},
  };
}
