import type { FastifyInstance } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { exportCsv } from '../../exports/data/exportCsv.js';
import { encodeGb18030 } from '../../exports/data/gb18030.js';
import { exportJson } from '../../exports/data/exportJson.js';
import { exportXml } from '../../exports/data/exportXml.js';
import { exportWorkbook } from '../../exports/printed/writeWorkbook.js';
import type { ExportedReport } from '../../exports/printed/ExportedReport.js';
import { Refusal } from '../../filing/refusal.js';
import { downloadName } from '../answers/downloadName.js';
import { workbookType } from '../answers/workbookType.js';
import { loadExport } from '../loadExport.js';
import { readsOf } from '../reads/readsOf.js';
import { onlyKnown, textOf, type Query } from './apiQuery.js';
import { unlessKnown } from './unlessKnown.js';

type Write = (report: ExportedReport) => string | Promise<Buffer> | Buffer;

const writers: Readonly<Record<string, { readonly type: string; readonly write: Write }>> = {
  json: { type: 'application/json; charset=utf-8', write: exportJson },
  xml: { type: 'application/xml; charset=utf-8', write: exportXml },
  csv: { type: 'text/csv; charset=utf-8', write: exportCsv },
  xlsx: { type: workbookType, write: exportWorkbook },
};

const gb18030 = {
  type: 'text/csv; charset=gb18030',
  write: (report: ExportedReport) => encodeGb18030(exportCsv(report).replace(/^\uFEFF/, '')),
};

/** One report in each of the ways in which systems read it. */
export function reportFiles(server: FastifyInstance): void {
  server.get<{ Params: { agency: string; file: string }; Querystring: Query }>(
    '/api/v1/reports/:agency/:file',
    async (request, reply) => {
      const { agency, file } = request.params;
      const [, year = '', extension = ''] = /^(\d{4})\.(json|xml|csv|xlsx)$/.exec(file) ?? [];
      onlyKnown(request.query, extension === 'csv' ? ['encoding'] : []);
      const encoding = textOf(request.query, 'encoding')?.toLowerCase() ?? 'utf-8';
      const writer = encoding === 'gb18030' ? gb18030 : writers[extension];
      if (!writer)
        throw new Refusal(
          'NOT_FOUND',
          '没有这个地址。报告在 /api/v1/reports/机关代码/年度.json、.xml、.csv 或 .xlsx。',
        );
      if (!['utf-8', 'gb18030'].includes(encoding))
        throw new Refusal('INVALID_REQUEST', 'encoding 可以是 utf-8 或 gb18030。', ['encoding']);
      const report = await loadExport(readsOf(request), requireActor(request.actor), agency, Number(year));
      const name = `${report.agencyName}${report.year}年政府信息公开工作年度报告.${extension}`;
      void reply.type(writer.type).header('Content-Disposition', downloadName(name));
      const { agencyCode, agencyName, version } = report;
      const facts = [agencyCode, agencyName, report.year, version, extension, encoding];
      return unlessKnown(request, reply, facts, () => writer.write(report));
    },
  );
}
