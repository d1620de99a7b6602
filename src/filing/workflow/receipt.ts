import type { EntityManager } from 'typeorm';
import type { ReportTransition } from '../../../entities/workflow/ReportTransition.js';
import { loadReport } from '../reports/loadReport.js';
import type { ReportCells } from '../reports/storedReport.js';
import { valuesHash } from '../reports/valuesHash.js';
import type { Step } from './moveReport.js';

/** 回执: what a step was about. Whoever keeps it can prove later that nothing was changed before it. */
export interface Receipt {
  readonly report: ReportCells;
  readonly transition: ReportTransition;
  /** SHA-256 of the numbers of the version. */
  readonly valuesHash: string;
  /** The end of the audit chain of the agency with this step: `chain:length:hash`. */
  readonly auditHead: string;
}

export async function receiptOf(
  manager: EntityManager,
  { agency, year, values }: ReportCells,
  { transition, audit }: Step,
): Promise<Receipt> {
  const report = await loadReport(manager, agency.code, year);
  if (!report) throw new Error('a report that just took a step is gone');
  return {
    report,
    transition,
    valuesHash: valuesHash(values),
    auditHead: `${audit.chain}:${audit.sequence}:${audit.hash}`,
  };
}
