import type { CellKey } from '../../cells.js';
import type { EntityManager } from 'typeorm';
import { withChanges } from '../../cells.js';
import type { Form } from '../../forms/form.js';
import type { Actor } from '../access/actor.js';
import { changeReport } from '../correcting/changeReport.js';
import { openReport } from '../correcting/openReport.js';
import { Refusal } from '../refusal.js';
import { compareCells } from '../reports/compareCells.js';
import type { LedgerHead } from './loadLedger.js';
import type { ReportCounted, ReportToCount } from './reportToCount.js';

/** Puts the counts of a ledger into a report that there is. */
export async function changeCounted(
  manager: EntityManager,
  actor: Actor,
  {
    at,
    request,
    ledger,
    changes,
  }: {
    readonly at: Date;
    readonly request: ReportToCount;
    readonly ledger: LedgerHead;
    readonly changes: readonly (readonly [CellKey, bigint])[];
  },
): Promise<ReportCounted> {
  const open = await openReport(manager, actor, {
    request,
    purpose: request.preview ? 'PREVIEW' : 'CHANGE',
  });
  const { report } = open;
  requireForm(report.form, ledger);
  const values = withChanges(report.form, report.values, changes);
  const diff = compareCells(report, { form: report.form, values });
  if (diff.length === 0)
    throw new Refusal('NOTHING_CHANGED', '表三、表四与台账数出的相同，没有任何改动。', ['report']);
  const changed = new Set(diff.map(({ cell }) => cell));
  const content = {
    values,
    correctedCells: report.correctedCells.filter((cell) => !changed.has(cell)),
    problems: report.problems.filter(({ cell }) => cell === undefined || !changed.has(cell)),
  };
  const effect = await changeReport(manager, { actor, at }, open, {
    content,
    origin: 'LEDGER',
    action: 'REPORT_COUNTED',
    reason: request.reason,
    details: { ledgerVersion: ledger.version },
    preview: request.preview,
  });
  return { ...effect, diff };
}

/** The rows of one form are no rows of another. */
function requireForm(form: Form, ledger: LedgerHead): void {
  if (form.id !== ledger.formId)
    throw new Refusal(
      'FORM_UNKNOWN',
      `报告用的是 ${form.id} 格式，台账按 ${ledger.formId} 格式读的。请按 ${form.id} 格式重新上传台账。`,
      ['report'],
    );
}
