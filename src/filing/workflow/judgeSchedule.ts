import type { EntityManager } from 'typeorm';
import { CheckCause } from '../../../entities/judging/CheckCause.js';
import { currentReports, type CurrentReport } from '../reports/currentReports.js';
import { judgeStored } from '../judging/judgeAgain.js';

/** Holds a report that was just submitted or published against its deadline: nothing else changed. */
export async function judgeSchedule(
  manager: EntityManager,
  at: Date,
  { agencyId, year }: CurrentReport,
): Promise<void> {
  const reports = await currentReports(manager, [{ agencyId, year }]);
  const report = reports.get(agencyId, year);
  if (!report) throw new Error('a report that just took a step is gone');
  const { deadline, submittedOn, publishedOn } = report.schedule;
  if ([submittedOn, publishedOn].every((day) => day === null || day <= deadline)) return;
  const lastYear = reports.get(agencyId, year - 1);
  await judgeStored(manager, at, [{ report, lastYear }], () => CheckCause.SCHEDULE);
}
