import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import type { SummaryTable } from '../../exports/summary/summaryTable.js';
import { writeSummaryCsv } from '../../exports/summary/writeSummaryCsv.js';
import { writeSummaryWorkbook } from '../../exports/summary/writeSummaryWorkbook.js';
import { Refusal } from '../../filing/refusal.js';
import { downloadName } from '../answers/downloadName.js';
import { loadSummary } from '../loadSummary.js';
import type { Services } from '../Services.js';
import { workbookType } from '../answers/workbookType.js';

type Pieces = AsyncGenerator<string | Buffer>;

const writers: Readonly<Record<string, { type: string; write: (table: SummaryTable) => Pieces }>> = {
  xlsx: { type: workbookType, write: writeSummaryWorkbook },
  csv: { type: 'text/csv; charset=utf-8', write: writeSummaryCsv },
};

/**
 * 汇总表 as a file, read and written line by line. A fault on the way cuts the download off, so that nobody
 * takes half a table for the whole.
 */
export function summaryRoutes(server: FastifyInstance, { database }: Services): void {
  server.get<{ Params: { agency: string; file: string }; Querystring: Record<string, unknown> }>(
    '/summaries/:agency/:file',
    async (request, reply) => {
      const [, year = '', extension = ''] = /^(\d{4})\.(xlsx|csv)$/.exec(request.params.file) ?? [];
      const writer = writers[extension];
      if (!writer)
        throw new Refusal('NOT_FOUND', '没有这个地址。汇总表在 /summaries/机关代码/年度.xlsx 或 .csv。');
      const summary = await loadSummary(database.manager, requireActor(request.actor), {
        agency: request.params.agency,
        year: Number(year),
        depth: depthOf(request.query['depth']),
      });
      return reply
        .header('Content-Disposition', downloadName(`${summary.fileName}.${extension}`))
        .type(writer.type)
        .send(Readable.from(writer.write(summary), { objectMode: false }));
    },
  );
}

function depthOf(given: unknown): number | null {
  if (given === undefined || given === '') return 1;
  if (given === 'all') return null;
  if (typeof given === 'string' && /^\d{1,2}$/.test(given)) return Number(given);
  throw new Refusal('INVALID_REQUEST', 'depth 应为向下的级数，或 all（一直到各填报单位）。', ['depth']);
}
