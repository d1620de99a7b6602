import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { compareYears, type ComparedRow, type ComparedYear } from '../../comparison/compareYears.js';
import { formForYear } from '../../forms/index.js';
import type { Actor } from '../access/actor.js';
import { agencyColumnsWith, agencyOf } from '../agencies/agencyRows.js';
import { isInScope } from '../access/reach.js';
import { Refusal } from '../refusal.js';
import { requireYear } from '../requireYear.js';
import { storableText } from '../storable.js';
import { storedForm } from './storedForm.js';
import { parseStoredValues } from './storedValues.js';

/** Beside more columns nobody sees what changed. */
export const mostYears = 10;

export interface ComparedReports {
  readonly agency: Agency;
  /** Each once, the earliest first. */
  readonly years: readonly number[];
  /** Those of them for which there is no report. */
  readonly missing: readonly number[];
  readonly rows: readonly ComparedRow[];
}

const agencyPrefix = 'agency.';

interface Row {
  readonly year: number | null;
  readonly formId: string | null;
  readonly values: string | null;
}

/**
 * The reports of an agency (by code) side by side, year by year; null when there is no such agency for the
 * actor. One query. INVALID_REQUEST: no year, more than ten, or one of which there could be no report.
 */
export async function compareReports(
  manager: EntityManager,
  { scope }: Pick<Actor, 'scope'>,
  code: string,
  asked: readonly number[],
): Promise<ComparedReports | null> {
  const years = [...new Set(asked)].sort((one, other) => one - other);
  if (years.length === 0 || years.length > mostYears)
    throw new Refusal('INVALID_REQUEST', `请写明要比较的年度，1 至 ${mostYears} 个。`, ['years']);
  for (const year of years) requireYear(year, ['years']);
  const rows = await manager.query<Row[]>(
    `SELECT ${agencyColumnsWith(agencyPrefix)}, report.year, version.form_id AS "formId",
       version."values"::text AS "values"
     FROM agency
     LEFT JOIN report ON report.agency_id = agency.id AND report.year = ANY($2::int[])
     LEFT JOIN report_version AS version ON version.report_id = report.id
       AND version.agency_id = report.agency_id AND version.number = report.version
     WHERE agency.code = $1`,
    [storableText(code), years],
  );
  const [first] = rows;
  if (!first) return null;
  const agency = agencyOf(first, agencyPrefix);
  if (!isInScope(scope, agency)) return null;
  const found = new Map(rows.map((row) => [row.year, row]));
  const compared = years.map((year): ComparedYear => {
    const { formId, values } = found.get(year) ?? { formId: null, values: null };
    if (formId !== null && values !== null)
      return { year, form: storedForm(formId), values: parseStoredValues(values) };
    return { year, form: formForYear(year) ?? null, values: null };
  });
  return {
    agency,
    years,
    missing: years.filter((year) => (found.get(year)?.values ?? null) === null),
    rows: compareYears(compared),
  };
}
