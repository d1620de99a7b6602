import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import { printSchema } from '../../../resolvers/schema/buildSchema.js';
import { createApollo } from '../graphql/createApollo.js';
import type { Services } from '../Services.js';

/** A report given cell by cell with its prose fits in 2 MiB. */
const bodyLimit = 2 * 1024 * 1024;

export async function graphqlRoutes(server: FastifyInstance, services: Services): Promise<void> {
  const { database, schema, webhookTargets } = services;
  const apollo = createApollo(services);
  await apollo.start();
  server.addHook('onClose', () => apollo.stop());
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => ({
      actor: request.actor,
      database,
      webhookTargets,
      loaders: { manager: database.manager },
      requestId: request.id,
      log: request.log,
    }),
  });
  server.post('/graphql', { bodyLimit }, handler);
  server.get('/graphql', handler);

  const printed = printSchema(schema);
  server.get('/schema.graphql', async (_request, reply) => {
    void reply.type('text/plain; charset=utf-8');
    return printed;
  });
}
