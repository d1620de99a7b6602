import type { ReportOutcome } from '../importOutcome.js';

/** How far an import has come. */
export interface RunProgress {
  readonly bytesTotal: number;
  readonly bytesRead: number;
  readonly reportsRead: number;
  readonly reportsStored: number;
  readonly reportsUnchanged: number;
  readonly reportsRejected: number;
}

export const noProgress: RunProgress = {
  bytesTotal: 0,
  bytesRead: 0,
  reportsRead: 0,
  reportsStored: 0,
  reportsUnchanged: 0,
  reportsRejected: 0,
};

export function countReports(
  reports: readonly Pick<ReportOutcome, 'status'>[],
): Omit<RunProgress, 'bytesTotal' | 'bytesRead'> {
  const count = (wanted: ReportOutcome['status']) => reports.filter(({ status }) => status === wanted).length;
  return {
    reportsRead: reports.length,
    reportsStored: count('STORED'),
    reportsUnchanged: count('UNCHANGED'),
    reportsRejected: count('REJECTED'),
  };
}

export function addReports(
  progress: RunProgress,
  reports: readonly Pick<ReportOutcome, 'status'>[],
): RunProgress {
  const more = countReports(reports);
  return {
    ...progress,
    reportsRead: progress.reportsRead + more.reportsRead,
    reportsStored: progress.reportsStored + more.reportsStored,
    reportsUnchanged: progress.reportsUnchanged + more.reportsUnchanged,
    reportsRejected: progress.reportsRejected + more.reportsRejected,
  };
}
