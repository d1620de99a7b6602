import type { Values } from '../../src/cells.js';
import { proposeRepairs } from '../../src/repair/proposeRepairs.js';
import { repairId } from '../../src/filing/correcting/repairId.js';
import type { ReportSource } from '../reports/types.js';
import type { Repair } from './types.js';

export function repairsOf(report: ReportSource, values: Values): Repair[] {
  return proposeRepairs({ form: report.form, values }).map((repair) => ({
    id: repairId(report, repair),
    ...repair,
  }));
}
