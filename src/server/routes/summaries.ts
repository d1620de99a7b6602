import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import type { SummaryTable } from '../../exports/summary/summaryTable.js';
import { writeSummaryCsv } from '../../exports/summary/writeSummaryCsv.js';
import { writeSummaryWorkbook } from '../../exports/summary/writeSummaryWorkbook.js';
import { Refusal } from '../../filing/refusal.js';
import { analysisEndings, analysisFiles } from '../analyses/analysisFiles.js';
import { sendAnalysis } from '../analyses/sendAnalysis.js';
import { loadRollUp } from '../analyses/loadRollUp.js';
import { downloadName } from '../answers/downloadName.js';
import { depthOf } from '../depthOf.js';
import { loadSummary } from '../loadSummary.js';
import { readsOf } from '../reads/readsOf.js';
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
export function summaryRoutes(server: FastifyInstance): void {
  server.get<{ Params: { agency: string; file: string }; Querystring: Record<string, unknown> }>(
    '/summaries/:agency/:file',
    async (request, reply) => {
      const [, year = '', extension = ''] = /^(\d{4})\.([a-z]+)$/.exec(request.params.file) ?? [];
      const writer = writers[extension];
      if (!writer && !analysisFiles[extension])
        throw new Refusal(
          'NOT_FOUND',
          `没有这个地址。汇总表在 /summaries/机关代码/年度.xlsx 或 .csv，供阅读的汇总加 ${analysisEndings}。`,
        );
      const actor = requireActor(request.actor);
      const asked = {
        agency: request.params.agency,
        year: Number(year),
        depth: depthOf(request.query['depth'], 1),
      };
      if (!writer) return sendAnalysis(reply, extension, await loadRollUp(readsOf(request), actor, asked));
      const summary = await loadSummary(readsOf(request), actor, asked);
      return reply
        .header('Content-Disposition', downloadName(`${summary.fileName}.${extension}`))
        .type(writer.type)
        .send(Readable.from(writer.write(summary), { objectMode: false }));
    },
  );
}
