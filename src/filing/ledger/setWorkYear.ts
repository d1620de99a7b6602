import type { EntityManager } from 'typeorm';
import { WorkYear } from '../../../entities/ledger/WorkYear.js';
import type { Actor } from '../access/actor.js';
import { agencyInReach } from '../agencies/agencyInScope.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { appendAudit } from '../audit/appendAudit.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { requireYear } from '../requireYear.js';
import { storableText } from '../storable.js';
import { shortened } from '../../text/shortened.js';

export interface WorkYearToSet {
  /** The code of the jurisdiction: the year holds for it and everything below it. */
  readonly agency: string;
  readonly year: number;
  /** Days from Monday to Friday on which nobody works, as `MM-DD`. */
  readonly off: readonly string[];
  /** Saturdays and Sundays on which people work. */
  readonly working: readonly string[];
  /** The notice that says so. */
  readonly source: string;
}

const mostDays = 60;
const longestSource = 200;

/** Adds the working days of a year, or puts others in their place: the notice for it comes in autumn. */
export async function setWorkYear(
  manager: EntityManager,
  actor: Actor,
  { agency: code, year, off, working, source }: WorkYearToSet,
  at = new Date(),
): Promise<WorkYear> {
  const agency = await agencyInReach(manager, actor, code);
  await lockAgencies(manager, [agency.id]);
  requireYear(year, ['year']);
  refuseAny([
    ...checkReason(source).map((refusal) => refusal.at(['source'])),
    ...daysRefusals(year, off, 'off', true),
    ...daysRefusals(year, working, 'working', false),
  ]);
  const text = storableText(source.trim()).slice(0, longestSource);
  const set: WorkYear = {
    agencyId: agency.id,
    year,
    source: text,
    off: [...new Set(off)].sort(),
    working: [...new Set(working)].sort(),
  };
  await manager.save(WorkYear, set);
  await appendAudit(manager, actor, at, [
    {
      chain: agency.id,
      action: 'WORK_YEAR_SET',
      reason: text,
      agencyId: agency.id,
      reportId: null,
      version: null,
      changes: [],
      details: { year, off: set.off.join(' '), working: set.working.join(' ') },
    },
  ]);
  return set;
}

function daysRefusals(
  year: number,
  days: readonly string[],
  path: 'off' | 'working',
  onWeekdays: boolean,
): Refusal[] {
  if (days.length > mostDays)
    return [new Refusal('INVALID_REQUEST', `${path} 最多 ${mostDays} 天。`, [path])];
  return days.flatMap((day, index) => {
    const date = new Date(`${year}-${day}T00:00:00Z`);
    const exists =
      /^\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === day;
    const isWeekday = date.getUTCDay() % 6 !== 0;
    if (exists && isWeekday === onWeekdays) return [];
    const said = onWeekdays ? '周一至周五放假的日子' : '周六、周日上班的日子';
    return [
      new Refusal(
        'INVALID_REQUEST',
        `${path} 应为${said}，写成月和日（例如 10-01），现在是“${shortened(day, 20)}”。`,
        [path, String(index)],
      ),
    ];
  });
}
