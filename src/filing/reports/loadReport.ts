import type { EntityManager } from 'typeorm';
import { prepared } from '../../database/prepared.js';
import { storableText } from '../storable.js';
import { reportOf, selectReports, type Reach, type ReportRow } from './reportRows.js';
import type { Detail, ReportBase, ReportCells, ReportHead, ReportValues } from './storedReport.js';
import type { Id } from '../../brands/brands.js';

/** The report of an agency (by code) and year in one query; null when there is none. */
export function loadReport(
  manager: EntityManager,
  agency: string,
  year: number,
  reach: Reach,
): Promise<ReportBase | ReportHead | ReportValues | ReportCells | null>;
export function loadReport(
  manager: EntityManager,
  agency: string,
  year: number,
  detail: 'head',
): Promise<ReportHead | null>;
export function loadReport(
  manager: EntityManager,
  agency: string,
  year: number,
  detail: 'values',
): Promise<ReportValues | null>;
export function loadReport(
  manager: EntityManager,
  agency: string,
  year: number,
  detail?: 'cells',
): Promise<ReportCells | null>;
export async function loadReport(
  manager: EntityManager,
  agency: string,
  year: number,
  asked: Detail | Reach = 'cells',
): Promise<ReportBase | ReportHead | ReportValues | ReportCells | null> {
  const [row] = await manager.query<ReportRow[]>(
    prepared(`${selectReports(asked)} WHERE agency.code = $1 AND report.year = $2`),
    [storableText(agency), year],
  );
  return row ? reportOf(row) : null;
}

/** Reports by their ids, in one query and in no order. */
export function loadReportsById(
  manager: EntityManager,
  ids: readonly Id<'Report'>[],
  detail: 'head',
): Promise<ReportHead[]>;
export function loadReportsById(
  manager: EntityManager,
  ids: readonly Id<'Report'>[],
  detail: Detail,
): Promise<(ReportBase | ReportHead | ReportValues | ReportCells)[]>;
export async function loadReportsById(
  manager: EntityManager,
  ids: readonly Id<'Report'>[],
  detail: Detail,
): Promise<(ReportBase | ReportHead | ReportValues | ReportCells)[]> {
  if (ids.length === 0) return [];
  const rows = await manager.query<ReportRow[]>(
    `${selectReports(detail)} WHERE report.id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map(reportOf);
}
