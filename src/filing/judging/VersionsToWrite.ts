import type { Report } from '../../../entities/reports/Report.js';
import type { ReportVersion } from '../../../entities/reports/ReportVersion.js';
import type { ReportKey } from '../reports/currentReports.js';

/** New versions as they are kept. */
export interface VersionsToWrite {
  readonly versions: readonly ReportVersion[];
  /** The reports of those that are not the first of theirs. */
  readonly reports: readonly Report[];
  /** Whose they all are. */
  readonly keys: readonly ReportKey[];
}
