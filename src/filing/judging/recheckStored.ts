import type { EntityManager } from 'typeorm';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { currentReports, type ReportKey } from '../reports/currentReports.js';
import type { JudgedAgain } from './judgeAgain.js';
import { judgeToday, type Asking } from './judgeToday.js';

/** Locks these reports and judges them by today's facts. */
export async function recheckStored(
  manager: EntityManager,
  asking: Asking,
  keys: readonly ReportKey[],
): Promise<JudgedAgain[]> {
  await lockAgencies(manager, [...new Set(keys.map(({ agencyId }) => agencyId))]);
  const reports = await currentReports(manager, keys);
  const due = keys.flatMap(({ agencyId, year }) => {
    const report = reports.get(agencyId, year);
    return report ? [{ report, lastYear: reports.get(agencyId, year - 1) }] : [];
  });
  return judgeToday(manager, asking, due);
}
