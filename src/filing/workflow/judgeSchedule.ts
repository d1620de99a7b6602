import type { EntityManager } from 'typeorm';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import type { Schedule } from '../../checks/check.js';
import type { OpenReport } from '../correcting/openReport.js';
import { judgeStored } from '../judging/judgeAgain.js';

/**
 * Holds a report that was just submitted or published against its deadline: nothing else changed. The entry of the
 * step is that of its findings too.
 */
export async function judgeSchedule(
  manager: EntityManager,
  at: Date,
  { report, reports }: OpenReport,
  came: Partial<Schedule>,
): Promise<void> {
  const schedule = { ...report.schedule, ...came };
  const { deadline, submittedOn, publishedOn } = schedule;
  if ([submittedOn, publishedOn].every((day) => day === null || day <= deadline)) return;
  const lastYear = reports.get(report.agencyId, report.year - 1);
  const due = [{ report: { ...report, schedule }, lastYear }];
  await judgeStored(manager, at, due, () => CheckCause.SCHEDULE);
}
