import type { CellKey } from '../../cells.js';
import type { Grouping } from '../../rollUp/grouping.js';
import type { RequestOfYears, SumRequest } from './addends.js';

export interface OverviewRequest extends RequestOfYears, Pick<SumRequest, 'statuses'> {
  readonly fromYear: number;
  readonly toYear: number;
  readonly by: Grouping;
  /** How much of a 行政区划代码 names a group: 2, 4 or 6 digits. */
  readonly digits: number;
  readonly keys: readonly CellKey[];
}
