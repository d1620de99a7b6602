import { yearsAround } from '../requireYear.js';
import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { AgencyFacts } from '../../checks/check.js';
import { chinaDay, deadlineDay } from './localDay.js';
import { storedForm } from './storedForm.js';
import { requirementsColumn } from './requirementsColumn.js';
import type { WholeReport } from './storedReport.js';
import { parseStoredValues } from './storedValues.js';
import type { Id } from '../../brands/brands.js';

/** Of a whole report, what judging it and its neighbours takes; it is read for many at once. */
export interface CurrentReport extends Pick<WholeReport, JudgedPart> {
  readonly agency: AgencyFacts & Pick<Agency, 'consolidates'>;
}

type JudgedPart =
  | (
      | 'id'
      | 'agencyId'
      | 'year'
      | 'status'
      | 'version'
      | 'schedule'
      | 'requirements'
      | 'findings'
      | 'ruleSet'
      | 'stale'
    )
  | ('form' | 'values' | 'correctedCells' | 'sections' | 'headings' | 'datedOn' | 'publishedOn')
  | ('uploadSha256' | 'blanksAreZero' | 'errorPolicy');

export interface ReportKey {
  readonly agencyId: Id<'Agency'>;
  readonly year: number;
}

/**
 * SQL: when a report is due and when it came. A page that was saved may say that the report was published before it
 * was here. Expects `report`, `version` and `agency`.
 */
export const scheduleColumn = `json_build_object('deadline', ${deadlineDay('report.year')},
  'submittedOn', ${chinaDay('report.submitted_at')}, 'publishedOn', least(${chinaDay('report.published_at')}, version.published_on))`;

/** Reports by agency and year. */
export class ReportIndex<Report extends ReportKey> {
  readonly #reports: Map<string, Report>;

  constructor(reports: readonly Report[]) {
    this.#reports = new Map(reports.map((report) => [keyOf(report), report]));
  }

  get(agencyId: Id<'Agency'>, year: number): Report | undefined {
    return this.#reports.get(keyOf({ agencyId, year }));
  }
}

/**
 * The current reports of these agencies and years, with those of the years before and after, against
 * which they are checked. One query.
 */
export async function currentReports(
  manager: EntityManager,
  keys: readonly ReportKey[],
): Promise<ReportIndex<CurrentReport>> {
  const wanted = new Map(
    keys.flatMap(({ agencyId, year }) =>
      yearsAround(year).map((year) => [keyOf({ agencyId, year }), { agencyId, year }] as const),
    ),
  );
  if (wanted.size === 0) return new ReportIndex<CurrentReport>([]);
  const rows = await manager.query<
    (Omit<CurrentReport, 'form' | 'values'> & { formId: string; values: string })[]
  >(
    `SELECT report.id, report.agency_id AS "agencyId", report.year, report.status, report.version, report.findings,
       report.rule_set AS "ruleSet", report.stale,
       version.form_id AS "formId", version."values"::text AS "values",
       version.corrected_cells AS "correctedCells", version.sections, version.headings,
       version.dated_on AS "datedOn", version.published_on AS "publishedOn", version.upload_sha256 AS "uploadSha256", version.blanks_are_zero AS "blanksAreZero",
       version.error_policy AS "errorPolicy",
       ${scheduleColumn} AS schedule, ${requirementsColumn('report.year')} AS requirements,
       json_build_object('name', agency.name, 'kind', agency.kind, 'makesRules', agency.makes_rules,
         'consolidates', agency.consolidates) AS agency
     FROM unnest($1::uuid[], $2::int[]) AS wanted(agency_id, year)
     JOIN report ON report.agency_id = wanted.agency_id AND report.year = wanted.year
     JOIN agency ON agency.id = report.agency_id
     JOIN report_version AS version ON version.report_id = report.id
       AND version.agency_id = report.agency_id AND version.number = report.version`,
    [[...wanted.values()].map(({ agencyId }) => agencyId), [...wanted.values()].map(({ year }) => year)],
  );
  return new ReportIndex(
    rows.map(({ formId, values, ...row }) => ({
      ...row,
      form: storedForm(formId),
      values: parseStoredValues(values),
    })),
  );
}

function keyOf({ agencyId, year }: ReportKey): string {
  return `${agencyId} ${year}`;
}
