import type { EntityManager } from 'typeorm';
import { blankValues, type Values } from '../../cells.js';
import type { Actor } from '../access/actor.js';
import { changeReport } from '../correcting/changeReport.js';
import { Refusal } from '../refusal.js';
import { compareCells } from '../reports/compareCells.js';
import { emptyReport } from '../reports/emptyReport.js';
import { loadOpenReport } from '../reports/loadOpenReport.js';
import { unpackText } from '../reports/storedText.js';
import type { LedgerHead } from './loadLedger.js';
import type { ReportCounted, ReportToCount } from './reportToCount.js';

/** Begins a report with the counts of a ledger. */
export async function beginCounted(
  manager: EntityManager,
  actor: Actor,
  {
    at,
    request: { preview, expectedVersion, reason },
    ledger,
    values,
  }: {
    readonly at: Date;
    readonly request: ReportToCount;
    readonly ledger: LedgerHead;
    readonly values: Values;
  },
): Promise<ReportCounted> {
  const { agency, form, year } = ledger;
  if (expectedVersion !== null && expectedVersion !== 0)
    throw new Refusal('VERSION_CONFLICT', '还没有这份报告。请按现在的情况重新核对后再办理。', [
      'expectedVersion',
    ]);
  const { reports } = await loadOpenReport(manager, agency.id, year);
  const report = emptyReport(agency, year, form, at);
  const diff = compareCells({ form, values: blankValues(form) }, { form, values });
  const effect = await changeReport(
    manager,
    { actor, at },
    { report, reports },
    {
      content: { values, ...unpackText({ form, values }, { raws: [], places: values.map(() => null) }) },
      origin: 'LEDGER',
      action: 'REPORT_COUNTED',
      reason,
      details: { ledgerVersion: ledger.version },
      preview,
    },
  );
  return { ...effect, report: preview ? null : effect.report, diff };
}
