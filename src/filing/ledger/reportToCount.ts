import type { Finding } from '../../checks/check.js';
import type { CellDifference } from '../reports/compareCells.js';
import type { ReportCells } from '../reports/storedReport.js';

export interface ReportToCount {
  /** The code of the agency. */
  readonly agency: string;
  readonly year: number;
  /** The version somebody saw; null when there is no report yet. */
  readonly expectedVersion: number | null;
  readonly reason: string;
  readonly preview: boolean;
}

/** A report whose 三 and 四 were counted. `report` is null in a preview of the first version. */
export interface ReportCounted {
  readonly report: ReportCells | null;
  readonly diff: readonly CellDifference[];
  readonly resolved: readonly Finding[];
  readonly introduced: readonly Finding[];
}
