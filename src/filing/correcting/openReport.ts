import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { findCell, type CellKey } from '../../cells.js';
import { cellName } from '../../checks/place.js';
import type { Actor } from '../access/actor.js';
import { requireReach } from '../access/reach.js';
import { findAgencyInScope } from '../agencies/listAgencies.js';
import { lockAgencyInScope } from '../agencies/lockAgencies.js';
import { requireOpen } from '../locked.js';
import { Refusal } from '../refusal.js';
import { shownValue } from '../reports/compareCells.js';
import { loadOpenReport, type Loaded } from '../reports/loadOpenReport.js';
import type { WholeReport } from '../reports/storedReport.js';

/** A report that is about to be changed or taken a step on. */
export type OpenReport = Loaded<WholeReport>;

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
  {
    request,
    purpose,
    keys = [],
  }: { readonly request: ReportToDiscuss; readonly purpose: Purpose; readonly keys?: readonly CellKey[] },
): Promise<OpenReport> {
  const agency = await agencyToOpen(manager, actor, request.agency, purpose);
  const { report, reports } = agency
    ? await loadOpenReport(manager, agency.id, request.year)
    : { report: null, reports: null };
  if (!report) throw unknownReport(request);
  if (purpose !== 'STEP') requireOpen(report.status);
  requireVersion(report, request.expectedVersion, keys);
  return { report, reports };
}

/** Whoever changes something comes after whoever does now; who may only look at the agency is refused. */
async function agencyToOpen(
  manager: EntityManager,
  actor: Actor,
  code: string,
  purpose: Purpose,
): Promise<Agency | null> {
  const find = purpose === 'PREVIEW' ? findAgencyInScope : lockAgencyInScope;
  const agency = await find(manager, actor, code);
  if (agency) requireReach(actor, agency);
  return agency;
}

function unknownReport({ agency, year }: ReportToDiscuss): Refusal {
  return new Refusal('REPORT_NOT_FOUND', `没有机关“${agency}”${year} 年度的报告。请核对机关代码和年度。`, [
    'report',
  ]);
}

/** Nobody changes what they have not seen; of the cells they were about to change it is said what they are now. */
function requireVersion(report: WholeReport, expected: number | null, keys: readonly CellKey[]): void {
  if (expected === null || report.version === expected) return;
  const values = keys.flatMap((key) => {
    const cell = findCell(report.form, key);
    return cell ? [`${cellName(cell)}现在是 ${shownValue(report, key) ?? '空白'}`] : [];
  });
  const now = values.length > 0 ? `，${values.join('，')}` : '';
  throw new Refusal(
    'VERSION_CONFLICT',
    `报告已被别人改动：您看到的是第 ${expected} 版，现在是第 ${report.version} 版${now}。请按现在的数字重新核对后再提交。`,
    ['expectedVersion'],
  );
}
