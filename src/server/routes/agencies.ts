import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { agencyCsv, agencyWorkbook } from '../../exports/data/agencyFiles.js';
import { listTree } from '../../filing/agencies/listTree.js';
import { downloadName } from '../answers/downloadName.js';
import { readsOf } from '../reads/readsOf.js';
import { workbookType } from '../answers/workbookType.js';

/** The reporting tree as a file that can be changed and imported again. */
export function agencyRoutes(server: FastifyInstance): void {
  server.get('/agencies.csv', (request, reply) => {
    const lines = listTree(readsOf(request), requireActor(request.actor));
    return reply
      .type('text/csv; charset=utf-8')
      .header('Content-Disposition', downloadName('机关名单.csv'))
      .send(Readable.from(agencyCsv(lines)));
  });

  server.get('/agencies.xlsx', async (request, reply) => {
    const lines = listTree(readsOf(request), requireActor(request.actor));
    const bytes = await agencyWorkbook(lines);
    return reply.type(workbookType).header('Content-Disposition', downloadName('机关名单.xlsx')).send(bytes);
  });
}
