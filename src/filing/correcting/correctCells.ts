import type { EntityManager } from 'typeorm';
import { withChanges } from '../../cells.js';
import type { Actor } from '../access/actor.js';
import { compareCells } from '../reports/compareCells.js';
import { compareFindings, type FindingChanges } from './findingChanges.js';
import { judgeChanged } from '../judging/judgeChanged.js';
import { loadReport } from '../reports/loadReport.js';
import { openReport } from './openReport.js';
import { checkReason } from '../reason.js';
import { readCells, type GivenCell } from './readCells.js';
import { Refusal, refuseAny } from '../refusal.js';
import { packText } from '../reports/storedText.js';
import { storeVersions } from '../judging/storeVersions.js';
import type { ReportCells } from '../reports/storedReport.js';

export interface Correction {
  /** The code of the agency. */
  readonly agency: string;
  readonly year: number;
  readonly expectedVersion: number;
  readonly changes: readonly GivenCell[];
  readonly reason: string;
  readonly preview: boolean;
}

/** The report as it now stands (unchanged after a preview) and what the change does to its findings. */
export interface Corrected extends FindingChanges {
  readonly report: ReportCells;
}

/** 更正: sets cells of a report with a reason. A preview answers what it would do and stores nothing. */
export async function correctCells(
  manager: EntityManager,
  actor: Actor,
  correction: Correction,
): Promise<Corrected> {
  const { changes, preview } = correction;
  const keys = changes.map(({ key }) => key);
  const { report, current, reports } = await openReport(
    manager,
    actor,
    correction,
    preview ? 'PREVIEW' : 'CHANGE',
    keys,
  );
  const { form } = report;
  const read = readCells(form, changes, 'changes');
  refuseAny([...(preview ? [] : checkReason(correction.reason)), ...read.refusals]);
  const values = withChanges(form, report.values, read.values);
  const diff = compareCells(report, { form, values });
  if (diff.length === 0)
    throw new Refusal('NOTHING_CHANGED', '改后的数与现在的数相同，没有任何改动。请核对后再提交。', [
      'changes',
    ]);

  const { agencyId } = current;
  const findings = await judgeChanged(manager, { ...current, values }, reports);
  const effect = compareFindings(report.findings, findings);
  if (preview) return { report, ...effect };

  const changed = new Set(diff.map(({ cell }) => cell));
  await storeVersions(
    manager,
    actor,
    new Date(),
    [
      {
        ...report,
        agencyId,
        current,
        values,
        cellText: packText({ form, values }, report),
        findings,
        diff,
        origin: 'CORRECTION',
        correctedCells: [...new Set([...report.correctedCells, ...changed])],
        // What was wrong with a cell of the file is settled by the correction.
        problems: report.problems.filter(({ cell }) => cell === undefined || !changed.has(cell)),
        action: 'CELL_CORRECTED',
        reason: correction.reason.trim(),
        details: {},
      },
    ],
    reports,
  );
  return { report: await reloaded(manager, report), ...effect };
}

/** The report after a change. */
export async function reloaded(manager: EntityManager, { agency, year }: ReportCells): Promise<ReportCells> {
  const report = await loadReport(manager, agency.code, year);
  if (!report) throw new Error('a report that was just stored is gone');
  return report;
}
