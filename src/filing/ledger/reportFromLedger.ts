import type { EntityManager } from 'typeorm';
import { ReportLedger } from '../../../entities/ledger/ReportLedger.js';
import { blankValues, withChanges, type Values } from '../../cells.js';
import type { Finding } from '../../checks/check.js';
import type { Form } from '../../forms/form.js';
import type { Actor } from '../access/actor.js';
import { agencyInReach } from '../agencies/agencyInScope.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { changeReport } from '../correcting/changeReport.js';
import { openReport } from '../correcting/openReport.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { compareCells, type CellDifference } from '../reports/compareCells.js';
import { emptyReport } from '../reports/emptyReport.js';
import { loadOpenReport } from '../reports/loadOpenReport.js';
import { loadReport } from '../reports/loadReport.js';
import type { ReportCells } from '../reports/storedReport.js';
import { unpackText } from '../reports/storedText.js';
import { countLedgers } from './countLedgers.js';
import { ledgerOf, type LedgerHead } from './loadLedger.js';

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

/** Takes 三 and 四 from the ledger into the report, or begins a report with them. Everything else of it stays. */
export async function reportFromLedger(
  manager: EntityManager,
  actor: Actor,
  request: ReportToCount,
  at = new Date(),
): Promise<ReportCounted> {
  const agency = await agencyInReach(manager, actor, request.agency);
  if (!request.preview) {
    refuseAny(checkReason(request.reason));
    await lockAgencies(manager, [agency.id]);
  }
  const ledger = await ledgerOf(manager, agency, request.year);
  if (!ledger)
    throw new Refusal('NO_LEDGER_FOUND', `“${agency.name}”${request.year} 年度还没有台账。请先上传台账。`, [
      'report',
    ]);
  const counted = await countLedgers(manager, ledger.form, ledger.year, [ledger.id]);
  const changes = [...counted].map(([key, count]) => [key, BigInt(count)] as const);
  const existing = await loadReport(manager, agency.code, request.year, 'head');
  const done = existing
    ? await change(manager, actor, { at, request, ledger, changes })
    : await begin(manager, actor, {
        at,
        request,
        ledger,
        values: withChanges(ledger.form, blankValues(ledger.form), changes),
      });
  if (!request.preview && done.report)
    await manager.insert(ReportLedger, {
      reportId: done.report.id,
      reportVersion: done.report.version,
      ledgerId: ledger.id,
      ledgerVersion: ledger.version,
    });
  return done;
}

type Changes = readonly (readonly [string, bigint])[];

async function change(
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
    readonly changes: Changes;
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

async function begin(
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

/** The rows of one form are no rows of another. */
function requireForm(form: Form, ledger: LedgerHead): void {
  if (form.id !== ledger.formId)
    throw new Refusal(
      'FORM_UNKNOWN',
      `报告用的是 ${form.id} 格式，台账按 ${ledger.formId} 格式读的。请按 ${form.id} 格式重新上传台账。`,
      ['report'],
    );
}
