import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { requireActor } from '../../../resolvers/edge/Context.js';
import { csvField } from '../../exports/data/exportCsv.js';
import { agencyInScope } from '../../filing/agencies/agencyInScope.js';
import { listReminders } from '../../filing/season/listReminders.js';
import { statusWords } from '../../filing/statusWords.js';
import { dayInChina, type Day } from '../../season/chinaDay.js';
import { Refusal } from '../../filing/refusal.js';
import { downloadName } from '../answers/downloadName.js';
import { readsOf } from '../reads/readsOf.js';

const heading = ['机关代码', '机关名称', '报告年度', '状态', '期限', '剩余天数'];
const rowsAtOnce = 200;

/** 催报名单 as a file to send on: who has not submitted, the earliest deadline first. */
export function reminderRoutes(server: FastifyInstance): void {
  server.get<{ Querystring: Record<string, unknown> }>('/reminders.csv', async (request, reply) => {
    const { agency: code, year } = request.query;
    if (typeof code !== 'string' || typeof year !== 'string' || !/^\d{4}$/.test(year))
      throw new Refusal(
        'INVALID_REQUEST',
        '请写明机关代码和年度，例如 /reminders.csv?agency=410500&year=2024。',
      );
    const agency = await agencyInScope(readsOf(request), requireActor(request.actor), code);
    const lines = reminderLines(readsOf(request), agency, Number(year), dayInChina(new Date()));
    return reply
      .type('text/csv; charset=utf-8')
      .header('Content-Disposition', downloadName(`${agency.name}${year}年催报名单.csv`))
      .send(Readable.from(lines));
  });
}

async function* reminderLines(
  manager: EntityManager,
  root: Agency,
  year: number,
  today: Day,
): AsyncGenerator<string> {
  yield `\uFEFF${line(heading)}`;
  let after: string | null = null;
  for (;;) {
    const page = await listReminders(manager, root, { year, today, page: { first: rowsAtOnce, after } });
    for (const { item } of page.items) {
      const { agency, status, deadline, daysLeft } = item;
      const words = status === null ? '未填报' : statusWords[status].label;
      yield line([agency.code, agency.name, `${year}`, words, deadline, `${daysLeft}`]);
    }
    after = page.items.at(-1)?.cursor ?? null;
    if (!page.hasNextPage || after === null) return;
  }
}

/** The last column is a number and may be negative. */
function line(fields: readonly string[]): string {
  return `${fields.map((field, index) => csvField(field, index === fields.length - 1)).join(',')}\r\n`;
}
