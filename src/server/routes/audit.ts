import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { csvTable } from '../../exports/data/csvTable.js';
import { auditFilterOf, auditQueryNames, type AuditQueryTexts } from '../../filing/audit/auditQuery.js';
import { auditTable } from '../../filing/audit/auditTable.js';
import { Refusal } from '../../filing/refusal.js';
import { downloadName } from '../answers/downloadName.js';
import { readsOf } from '../reads/readsOf.js';
import { shortened } from '../../text/shortened.js';

/** The audit trail as a file. */
export function auditRoutes(server: FastifyInstance): void {
  server.get<{ Querystring: Record<string, unknown> }>('/audit.csv', async (request, reply) => {
    const filter = auditFilterOf(textsOf(request.query));
    const rows = auditTable(readsOf(request), requireActor(request.actor), filter);
    return reply
      .type('text/csv; charset=utf-8')
      .header('Content-Disposition', downloadName('留痕.csv'))
      .send(Readable.from(csvTable(rows)));
  });
}

/** A filter that nobody knows would leave out nothing: it is refused. */
function textsOf(query: Readonly<Record<string, unknown>>): AuditQueryTexts {
  const known: readonly string[] = auditQueryNames;
  for (const [name, value] of Object.entries(query)) {
    if (!known.includes(name))
      throw new Refusal(
        'INVALID_REQUEST',
        `不认识 ${shortened(name, 50)}。可用：${auditQueryNames.join('、')}。`,
      );
    if (typeof value !== 'string' || value === '' || value.length > 500)
      throw new Refusal('INVALID_REQUEST', `${name} 只能写一个，不超过 500 字。`, [name]);
  }
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
}
