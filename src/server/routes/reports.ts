import type { FastifyInstance, FastifyReply } from 'fastify';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { blankWorkbook } from '../../exports/printed/writeWorkbook.js';
import { loadDocument } from '../loadDocument.js';
import { pageFragment, reportEndings, reportFileName, reportFiles } from '../reportFiles.js';
import { findAgency } from '../findAgency.js';
import { prefill } from '../../checks/sums/prefill.js';
import { loadReport } from '../../filing/reports/loadReport.js';
import { Refusal } from '../../filing/refusal.js';
import { formById } from '../../forms/index.js';
import { downloadName } from '../answers/downloadName.js';
import { readsOf } from '../reads/readsOf.js';
import { workbookType } from '../answers/workbookType.js';

/** Reports as files, and empty ones to fill in. */
export function reportRoutes(server: FastifyInstance): void {
  server.get<{ Params: { agency: string; file: string }; Querystring: Record<string, unknown> }>(
    '/reports/:agency/:file',
    async (request, reply) => {
      const [, year = '', ending = ''] = /^(\d{4})\.([a-z]{3,4})$/.exec(request.params.file) ?? [];
      const isFragment = ending === 'html' && textOf(request.query['fragment'], 'fragment') === 'true';
      const file = isFragment ? pageFragment : reportFiles[ending];
      if (!file)
        throw new Refusal(
          'NOT_FOUND',
          `没有这个地址。报告在 /reports/机关代码/年度 之后加 ${reportEndings}。`,
        );
      const loaded = await loadDocument(readsOf(request), requireActor(request.actor), {
        agency: request.params.agency,
        year: Number(year),
        publication: parsePublication(request.query['publication']),
      });
      return sendFile(reply, reportFileName(loaded, ending), file.type, await file.write(loaded));
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
          : await findAgency(readsOf(request), requireActor(request.actor), agency);
      const name = found?.name;
      const fileName = `${name ?? ''}${year ?? ''}年政府信息公开工作年度报告（空白，${form.id} 格式）.xlsx`;
      const lastYear =
        found && year !== undefined
          ? await loadReport(readsOf(request), found.code, year - 1, 'values')
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

function parsePublication(given: unknown): number | null {
  const text = textOf(given, 'publication');
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(text))
    throw new Refusal('INVALID_REQUEST', 'publication 应为第几次发布，例如 1。', ['publication']);
  return Number(text);
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
