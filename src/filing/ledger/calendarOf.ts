import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { WorkYear } from '../../../entities/ledger/WorkYear.js';
import { calendarYears } from '../../ledger/calendars/calendarYears.js';
import { workingDays, type WorkingDays } from '../../ledger/workingDays.js';

/** Autonomous regions with holidays of their own, by the beginning of their division codes (GB/T 2260). */
const regions: readonly (readonly [code: string, region: string])[] = [
  ['45', '广西'],
  ['64', '宁夏'],
  ['65', '新疆'],
];

/** The working days that hold for an agency: those of its region, and the years added for it or above it. */
export async function calendarOf(
  manager: EntityManager,
  { path }: Pick<Agency, 'path'>,
): Promise<WorkingDays> {
  const added = await manager.query<Pick<WorkYear, 'year' | 'source' | 'off' | 'working'>[]>(
    `SELECT work_year.year, work_year.source, work_year.off, work_year.working
     FROM work_year JOIN agency ON agency.id = work_year.agency_id
     WHERE starts_with($1::text, agency.path) ORDER BY agency.depth`,
    [path],
  );
  const years = added.map(({ working, ...year }) => ({ ...year, on: working }));
  return workingDays(calendarYears(await regionOf(manager, path), years));
}

/** The region by the division code of the agency, or of the nearest above it that has one. */
async function regionOf(manager: EntityManager, path: string): Promise<string | null> {
  const [nearest] = await manager.query<{ code: string }[]>(
    `SELECT division_code AS code FROM agency
     WHERE starts_with($1::text, path) AND division_code IS NOT NULL ORDER BY depth DESC LIMIT 1`,
    [path],
  );
  return regions.find(([code]) => nearest?.code.startsWith(code))?.[1] ?? null;
}
