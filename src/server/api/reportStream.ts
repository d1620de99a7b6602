import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { requireActor } from '../../../resolvers/edge/Context.js';
import type { Actor } from '../../filing/access/actor.js';
import { cursorAt, feedEnd } from '../../filing/feed/listChanges.js';
import { everyPage, readAhead } from '../../filing/lists/everyItem.js';
import { listReportLines } from '../../filing/reports/listReportLines.js';
import type { ReportFilter } from '../../filing/reports/listReports.js';
import { internalMessage } from '../answers/internalMessage.js';
import { readsOf } from '../reads/readsOf.js';
import { onlyKnown, textOf, wordsOf, yearOf, type Query } from './apiQuery.js';
import { gzippedYear } from './gzipped.js';
import { unlessKnown } from './unlessKnown.js';

/** Memory holds as many twice: one page is sent while the next is read. */
const reportsAtOnce = 200;

/** Every report that is asked for, a line each, each line as the JSON export. */
export function reportStream(server: FastifyInstance): void {
  server.get<{ Querystring: Query }>(
    '/api/v1/reports.ndjson',
    { compress: gzippedYear },
    async (request, reply) => {
      onlyKnown(request.query, ['year', 'under', 'status']);
      const actor = requireActor(request.actor);
      const manager = readsOf(request);
      const year = yearOf(request.query);
      const under = textOf(request.query, 'under');
      const statuses = wordsOf(request.query, 'status', Object.values(ReportStatus));
      const filter = { years: year === null ? null : [year], under, statuses };
      void reply.type('application/x-ndjson; charset=utf-8');
      // Whoever follows the feed from here on misses nothing of what comes after these lines.
      const end = await feedEnd(manager);
      void reply.header('X-Next-Cursor', cursorAt(end));
      const facts = [end, actor.scope?.path ?? null, JSON.stringify(filter)];
      return unlessKnown(request, reply, facts, () =>
        Readable.from(untilFailed(request, lines(manager, actor, filter))),
      );
    },
  );
}

async function* lines(manager: EntityManager, actor: Actor, filter: ReportFilter): AsyncGenerator<string> {
  const pages = everyPage((page) => listReportLines(manager, actor, filter, page), reportsAtOnce);
  for await (const page of readAhead(pages)) yield page.join('');
}

/** The head of the answer is sent already: what goes wrong then is its last line. */
async function* untilFailed(request: FastifyRequest, sent: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield* sent;
  } catch (error) {
    request.log.error({ err: error }, 'a stream of reports failed');
    const failure = { code: 'INTERNAL', message: internalMessage(request.id), requestId: request.id };
    yield `${JSON.stringify(failure)}\n`;
  }
}
