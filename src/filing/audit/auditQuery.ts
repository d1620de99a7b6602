import type { AuditAction } from '../../../entities/audit/AuditEntry.js';
import { auditActions } from './auditActions.js';
import { endOfChinaDay, startOfDayNamed } from '../../season/chinaDay.js';
import type { AuditFilter } from './listAuditEntries.js';
import { Refusal } from '../refusal.js';
import { shortened } from '../../text/shortened.js';

/** What an export of the audit trail can be asked for, each once, as text. */
export const auditQueryNames = ['agency', 'year', 'actor', 'action', 'key', 'from', 'to'] as const;

export type AuditQueryTexts = Readonly<Partial<Record<(typeof auditQueryNames)[number], string>>>;

/** The filter that texts ask for: of an address or of the options of a command. INVALID_REQUEST. */
export function auditFilterOf({ agency, year, actor, action, key, from, to }: AuditQueryTexts): AuditFilter {
  return {
    agencies: agency === undefined ? null : [agency],
    years: year === undefined ? null : [yearOf(year)],
    actors: actor === undefined ? null : [actor],
    actions: action === undefined ? null : action.split(',').map(actionOf),
    key: key ?? null,
    from: from === undefined ? null : momentOf('from', from, startOfDayNamed),
    to: to === undefined ? null : momentOf('to', to, endOfChinaDay),
  };
}

function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  throw new Refusal('INVALID_REQUEST', 'year 应为四位数的年份，例如 2024。', ['year']);
}

function actionOf(text: string): AuditAction {
  const name = text.trim();
  if (isAction(name)) return name;
  throw new Refusal(
    'INVALID_REQUEST',
    `没有“${shortened(text, 50)}”这种操作。可用：${Object.keys(auditActions).join('、')}。`,
    ['action'],
  );
}

function isAction(name: string): name is AuditAction {
  return Object.hasOwn(auditActions, name);
}

/** A day in China, counted whole, or a moment. */
function momentOf(name: string, text: string, ofDay: (day: string) => Date | null): Date {
  const moment = ofDay(text) ?? (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? new Date(text) : null);
  if (moment && !Number.isNaN(moment.getTime())) return moment;
  throw new Refusal(
    'INVALID_REQUEST',
    `${name} 应为日期，例如 2025-03-31，或时刻，例如 2025-03-31T09:00:00+08:00。`,
    [name],
  );
}
