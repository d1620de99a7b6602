import type { EntityManager } from 'typeorm';
import { findCell, type CellKey } from '../../cells.js';
import { cellName } from '../../checks/place.js';
import type { Actor } from '../access/actor.js';
import { shownValue } from '../reports/compareCells.js';
import {
  currentReports,
  lockAgencies,
  type CurrentReport,
  type ReportIndex,
} from '../reports/currentReports.js';
import { findAgencyInScope } from '../agencies/listAgencies.js';
import { loadReport } from '../reports/loadReport.js';
import { requireReach } from '../access/reach.js';
import { Refusal } from '../refusal.js';
import type { ReportCells } from '../reports/storedReport.js';
import { requireOpen } from '../locked.js';

/** A report that is about to be changed. */
export interface OpenReport {
  readonly report: ReportCells;
  readonly current: CurrentReport;
  /** It and the reports of the years before and after. */
  readonly reports: ReportIndex<CurrentReport>;
}

export interface ReportToOpen {
  /** The code of the agency. */
  readonly agency: string;
  readonly year: number;
  /** What the person saw: nobody changes numbers they have not seen. */
  readonly expectedVersion: number;
}

/** Words about a report change no number: which version was seen may stay unsaid. */
export interface ReportToDiscuss extends Omit<ReportToOpen, 'expectedVersion'> {
  readonly expectedVersion: number | null;
}

/** What a report is opened for: a look at what a change would do waits for nobody. */
export type Purpose = 'CHANGE' | 'PREVIEW' | 'STEP';

/** Opens a report to change it, to look at what a change would do, or to take it a step on. */
export async function openReport(
  manager: EntityManager,
  actor: Actor,
  { agency: code, year, expectedVersion }: ReportToDiscuss,
  purpose: Purpose,
  keys: readonly CellKey[] = [],
): Promise<OpenReport> {
  const agency = await findAgencyInScope(manager, actor, code);
  if (agency) requireReach(actor, agency);
  if (agency && purpose !== 'PREVIEW') await lockAgencies(manager, [agency.id]);
  const report = agency && (await loadReport(manager, code, year));
  const reports = await currentReports(manager, agency ? [{ agencyId: agency.id, year }] : []);
  const current = agency && reports.get(agency.id, year);
  if (!report || !current)
    throw new Refusal('REPORT_NOT_FOUND', `没有机关“${code}”${year} 年度的报告。请核对机关代码和年度。`, [
      'report',
    ]);
  if (purpose !== 'STEP') requireOpen(report.status);
  if (expectedVersion !== null && report.version !== expectedVersion)
    throw new Refusal('VERSION_CONFLICT', conflictMessage(report, expectedVersion, keys), [
      'expectedVersion',
    ]);
  return { report, current, reports };
}

function conflictMessage(report: ReportCells, expectedVersion: number, keys: readonly CellKey[]): string {
  const values = keys.flatMap((key) => {
    const cell = findCell(report.form, key);
    return cell ? [`${cellName(cell)}现在是 ${shownValue(report, key) ?? '空白'}`] : [];
  });
  return `报告已被别人改动：您看到的是第 ${expectedVersion} 版，现在是第 ${report.version} 版${
    values.length > 0 ? `，${values.join('，')}` : ''
  }。请按现在的数字重新核对后再提交。`;
}
