import fastifyCompress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { loadImportRun } from '../../filing/importing/imports.js';
import { Refusal } from '../../filing/refusal.js';
import type { Services } from '../Services.js';
import { changeFeed } from './changeFeed.js';
import { describeApi } from './describeApi.js';
import { formDocument } from './formDocument.js';
import { gzipped } from './gzipped.js';
import { reportFiles } from './reportFiles.js';
import { reportIntake } from './reportIntake.js';
import { reportStream } from './reportStream.js';
import { seasonLists } from './seasonLists.js';

/** The flat routes, for gateways and scripts without GraphQL. */
export async function apiRoutes(server: FastifyInstance, services: Services): Promise<void> {
  await server.register(async (api) => {
    await api.register(fastifyCompress, gzipped);
    reportFiles(api);
    reportStream(api);
    await reportIntake(api, services);
    seasonLists(api);
    changeFeed(api, services);
    formDocument(api);
    importProgress(api, services);
    api.get('/openapi.json', async () => describeApi());
  });
}

/** How far an import has come that was answered before it was over. */
function importProgress(api: FastifyInstance, { database }: Services): void {
  api.get<{ Params: { id: string } }>('/api/v1/imports/:id', async (request) => {
    const actor = requireActor(request.actor);
    const found = await loadImportRun(database.manager, actor, request.params.id);
    if (!found) throw new Refusal('NOT_FOUND', '没有这次导入。请核对编号。');
    const { id, at, status, changedAt, cancelledBy, bytesTotal, bytesRead } = found.run;
    const { reportsRead, reportsStored, reportsUnchanged, reportsRejected } = found.run;
    return {
      ...{ id, at, status, changedAt, cancelledBy, bytesTotal, bytesRead },
      ...{ reportsRead, reportsStored, reportsUnchanged, reportsRejected },
    };
  });
}
