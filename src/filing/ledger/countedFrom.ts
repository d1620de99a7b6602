import type { EntityManager } from 'typeorm';
import type { Id } from '../../brands/brands.js';

/** From which version of its ledger a report was counted last, and which one stands now. */
export interface CountedFrom {
  readonly reportVersion: number;
  readonly ledgerVersion: number;
  readonly currentVersion: number;
}

/** null when the report was never counted from a ledger. */
export async function countedFrom(
  manager: EntityManager,
  reportId: Id<'Report'>,
): Promise<CountedFrom | null> {
  const [row] = await manager.query<CountedFrom[]>(
    `SELECT report_ledger.report_version AS "reportVersion", report_ledger.ledger_version AS "ledgerVersion",
       ledger.version AS "currentVersion"
     FROM report_ledger JOIN ledger ON ledger.id = report_ledger.ledger_id AND ledger.agency_id = report_ledger.agency_id
     WHERE report_ledger.report_id = $1 ORDER BY report_ledger.report_version DESC LIMIT 1`,
    [reportId],
  );
  return row ?? null;
}
