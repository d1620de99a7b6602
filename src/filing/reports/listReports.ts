import type { EntityManager } from 'typeorm';
import { ruleSet } from '../../checks/ruleSet.js';
import type { Actor } from '../access/actor.js';
import { atOrBelow } from '../agencies/listAgencies.js';
import { Conditions, listByKeys, type OrderKey } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import { type Reach, reportOf, selectReports, type ReportRow } from './reportRows.js';
import type { Detail, ReportBase, ReportCells, ReportHead, ReportValues } from './storedReport.js';
import { withinScope } from '../access/withinScope.js';

export interface ReportFilter {
  readonly years?: readonly number[] | null;
  /** Codes. */
  readonly agencies?: readonly string[] | null;
  readonly statuses?: readonly string[] | null;
  readonly hasErrors?: boolean | null;
  readonly changedAfter?: Date | null;
  /** The code of an agency: its reports and those of everything below it. */
  readonly under?: string | null;
  /** A waiver is asked for or a change proposed, and nobody has decided yet. */
  readonly undecided?: boolean | null;
  /** Checked by other rules than today's, or against something that has changed since. */
  readonly checkDue?: boolean | null;
}

export type ReportOrder = 'AGENCY' | 'YEAR' | 'CHANGED_DESC' | 'ERRORS_DESC';

export interface ReportQuery extends PageRequest {
  readonly filter?: ReportFilter | null;
  readonly orderBy?: ReportOrder | null;
}

const code: OrderKey = { sql: 'agency.code', type: 'text' };
const year: OrderKey = { sql: 'report.year', type: 'int' };
const id: OrderKey = { sql: 'report.id', type: 'uuid' };

const orders: Readonly<Record<ReportOrder, readonly OrderKey[]>> = {
  AGENCY: [code, year],
  YEAR: [year, code],
  CHANGED_DESC: [{ sql: 'report.changed_at', type: 'timestamptz' }, id],
  ERRORS_DESC: [{ sql: 'report.error_count', type: 'int' }, id],
};

/** A page of the reports in the scope of the actor, with as much of each as is asked for. One query. */
export function listReports(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  query: ReportQuery,
  detail?: 'head',
): Promise<Page<ReportHead>>;
export function listReports(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  query: ReportQuery,
  detail: 'values',
): Promise<Page<ReportValues>>;
export function listReports(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  query: ReportQuery,
  detail: 'cells',
): Promise<Page<ReportCells>>;
export function listReports(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  query: ReportQuery,
  reach: Reach,
): Promise<Page<ReportBase | ReportHead | ReportValues | ReportCells>>;
export async function listReports(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  query: ReportQuery,
  asked: Detail | Reach = 'head',
): Promise<Page<ReportBase | ReportHead | ReportValues | ReportCells>> {
  const orderBy = query.orderBy ?? 'AGENCY';
  return listByKeys(
    manager,
    {
      select: (alsoSelected) => selectReports(asked, alsoSelected),
      conditions: withinScope(reportConditions(query.filter ?? {}, actor), actor),
      order: orders[orderBy],
      descending: orderBy.endsWith('_DESC'),
      isPrepared: true,
    },
    query,
    (row: ReportRow) => reportOf(row),
  );
}

const isUndecided = `(EXISTS (SELECT FROM waiver WHERE waiver.report_id = report.id
      AND waiver.agency_id = report.agency_id AND waiver.status = 'REQUESTED')
  OR EXISTS (SELECT FROM proposal WHERE proposal.report_id = report.id
      AND proposal.agency_id = report.agency_id AND proposal.status = 'OPEN'))`;

/** The conditions of a filter, on a query of `report` and `agency`. */
export function reportConditions(filter: ReportFilter, actor: Pick<Actor, 'scope'>): Conditions {
  const { years, agencies, under, statuses, hasErrors, changedAfter, undecided, checkDue } = filter;
  return new Conditions()
    .add((parameter) => `report.year = ANY(${parameter}::int[])`, years)
    .add((parameter) => `agency.code = ANY(${parameter}::text[])`, agencies)
    .add(atOrBelow(actor), under)
    .add((parameter) => `report.status = ANY(${parameter}::text[])`, statuses)
    .add((parameter) => `(report.error_count > 0) = ${parameter}::boolean`, hasErrors)
    .add((parameter) => `report.changed_at > ${parameter}::timestamptz`, changedAfter?.toISOString())
    .add((parameter) => `${isUndecided} = ${parameter}::boolean`, undecided)
    .add((parameter) => `(report.stale OR report.rule_set <> ${parameter}::text)`, checkDue ? ruleSet : null)
    .add(
      (parameter) => `NOT (report.stale OR report.rule_set <> ${parameter}::text)`,
      checkDue === false ? ruleSet : null,
    );
}
