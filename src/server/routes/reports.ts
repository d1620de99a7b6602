import type { FastifyInstance, FastifyReply } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { exportCsv } from '../../exports/data/exportCsv.js';
import type { ExportedReport } from '../../exports/printed/ExportedReport.js';
import { exportJson } from '../../exports/data/exportJson.js';
import { blankWorkbook, exportWorkbook } from '../../exports/printed/writeWorkbook.js';
import { loadExport } from '../loadExport.js';
import { findAgency } from '../findAgency.js';
import { prefill } from '../../checks/sums/prefill.js';
import { loadReport } from '../../filing/reports/loadReport.js';
import { Refusal } from '../../filing/refusal.js';
import { formById } from '../../forms/index.js';
import { downloadName } from '../answers/downloadName.js';
import type { Services } from '../Services.js';
import { workbookType } from '../answers/workbookType.js';

const writers: Readonly<
  Record<string, { type: string; write: (report: ExportedReport) => string | Promise<Buffer> }>
> = {
  xlsx: { type: workbookType, write: exportWorkbook },
  csv: { type: 'text/csv; charset=utf-8', write: exportCsv },
  json: { type: 'application/json; charset=utf-8', write: exportJson },
};

/** Reports as files, and empty ones to fill in. */
export function reportRoutes(server: FastifyInstance, { database }: Services): void {
  server.get<{ Params: { agency: string; file: string } }>(
    '/reports/:agency/:file',
    async (request, reply) => {
      const [, year = '', extension = ''] = /^(\d{4})\.(xlsx|csv|json)$/.exec(request.params.file) ?? [];
      const writer = writers[extension];
      if (!writer)
        throw new Refusal('NOT_FOUND', '没有这个地址。报告在 /reports/机关代码/年度.xlsx、.csv 或 .json。');
      const report = await loadExport(
        database.manager,
        requireActor(request.actor),
        request.params.agency,
        Number(year),
      );
      const fileName = `${report.agencyName}${report.year}年政府信息公开工作年度报告.${extension}`;
      return sendFile(reply, fileName, writer.type, await writer.write(report));
    },
  );

  server.get<{ Params: { id: string }; Querystring: Record<string, unknown> }>(
    '/forms/:id/blank.xlsx',
    async (request, reply) => {
      const form = formById(request.params.id);
      if (!form) throw new Refusal('FORM_UNKNOWN', `没有统一格式“${request.params.id}”。`);
      const year = parseYear(request.query['year']);
      const agency = textOf(request.query['agency'], 'agency');
      const found =
        agency === undefined
          ? undefined
          : await findAgency(database.manager, requireActor(request.actor), agency);
      const name = found?.name;
      const fileName = `${name ?? ''}${year ?? ''}年政府信息公开工作年度报告（空白，${form.id} 格式）.xlsx`;
      const lastYear =
        found && year !== undefined
          ? await loadReport(database.manager, found.code, year - 1, 'values')
          : null;
      const prefilled = lastYear ? prefill(form, lastYear) : undefined;
      const workbook = await blankWorkbook(form, { agencyName: name, year, prefilled });
      return sendFile(reply, fileName, workbookType, workbook);
    },
  );
}

function sendFile(reply: FastifyReply, fileName: string, type: string, content: string | Buffer) {
  return reply.header('Content-Disposition', downloadName(fileName)).type(type).send(content);
}

function parseYear(given: unknown): number | undefined {
  const text = textOf(given, 'year');
  if (text === undefined) return undefined;
  if (!/^(19|20|21)\d{2}$/.test(text))
    throw new Refusal('INVALID_REQUEST', 'year 应为四位数的年份，例如 2024。', ['year']);
  return Number(text);
}

function textOf(given: unknown, name: string): string | undefined {
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'string' && given.length <= 200) return given;
  throw new Refusal('INVALID_REQUEST', `${name} 只能写一个，且不超过 200 字。`, [name]);
}
