import type { CellKey } from '../../cells.js';
import type { Finding, Numbers } from '../../checks/check.js';
import type {
  Detail,
  ReportBase,
  ReportCells,
  ReportHead,
  ReportValues,
  VersionText,
} from './storedReport.js';
import { agencyColumnsWith, agencyOf, type AgencyDetail } from '../agencies/agencyRows.js';
import { storedForm } from './storedForm.js';
import { unpackText } from './storedText.js';
import { parseStoredValues } from './storedValues.js';

const agencyPrefix = 'agency.';

/** What a list shows of each report. */
const brief = `report.id, report.year, report.status, report.version, report.changed_at AS "changedAt",
  report.error_count AS "errorCount", report.explain_count AS "explainCount", version.form_id AS "formId"`;

const whole = `${brief}, report.published_version AS "publishedVersion", report.submitted_at AS "submittedAt",
  report.published_at AS "publishedAt", report.rule_set AS "ruleSet", report.checked_at AS "checkedAt",
  report.check_cause AS "checkCause", report.stale`;

const values = `version."values"::text AS "values", version.corrected_cells AS "correctedCells"`;

/** Where the numbers of a version come from. */
const origins = 'array_to_json(version.raws) AS raws, array_to_json(version.places) AS places';

/** What surrounds the numbers of a version. */
const versionText = `${origins},
  version.headings, version.dated_on AS "datedOn", version.published_on AS "publishedOn",
  version.sections, version.problems, version.origin, version.upload_sha256 AS "uploadSha256",
  version.blanks_are_zero AS "blanksAreZero", version.error_policy AS "errorPolicy"`;

/** The columns of a version with all its cells. */
export const versionCells = `version.id, version.report_id AS "reportId", version.number,
  version.form_id AS "formId", version.created_at AS "createdAt", version.created_by AS "createdBy",
  ${values}, ${versionText}`;

const columns: Readonly<Record<Detail, string>> = {
  base: '',
  head: ', report.findings',
  values: `, ${values}`,
  tables: `, ${values}, ${origins}`,
  cells: `, report.findings, ${values}, ${versionText}`,
};

/** One query reads report, agency and current version. */
export function selectReports(asked: Detail | Reach, alsoSelected = ''): string {
  const { detail, report, agency } = reachOf(asked);
  const base = `${report === 'brief' ? brief : whole}, ${agencyColumnsWith(agencyPrefix, agency)}`;
  return `SELECT ${base}${columns[detail]}${alsoSelected} FROM report
    JOIN agency ON agency.id = report.agency_id
    JOIN report_version AS version ON version.report_id = report.id
      AND version.agency_id = report.agency_id AND version.number = report.version`;
}

export interface BaseRow extends Omit<ReportBase, 'agency' | 'form'> {
  readonly formId: string;
}

export interface HeadRow extends BaseRow {
  readonly findings: Finding[];
}

export interface ValuesRow extends BaseRow {
  /** As text. */
  readonly values: string;
  readonly correctedCells: CellKey[];
}

export interface CellsRow extends HeadRow, ValuesRow, VersionText {}

export type ReportRow = BaseRow | HeadRow | ValuesRow | CellsRow;

export function reportBase(row: BaseRow): ReportBase {
  return {
    id: row.id,
    agency: agencyOf(row, agencyPrefix),
    year: row.year,
    form: storedForm(row.formId),
    status: row.status,
    version: row.version,
    changedAt: row.changedAt,
    errorCount: row.errorCount,
    explainCount: row.explainCount,
    publishedVersion: row.publishedVersion,
    submittedAt: row.submittedAt,
    publishedAt: row.publishedAt,
    ruleSet: row.ruleSet,
    checkedAt: row.checkedAt,
    checkCause: row.checkCause,
    stale: row.stale,
  };
}

/** The report a row describes, with as much as the row has. */
export function reportOf(row: ReportRow): ReportBase | ReportHead | ReportValues | ReportCells {
  const base = reportBase(row);
  if (!('values' in row || 'findings' in row)) return base;
  const numbers = 'values' in row && { form: base.form, values: parseStoredValues(row.values) };
  return {
    ...base,
    ...('findings' in row && { findings: row.findings }),
    ...(numbers && { values: numbers.values, correctedCells: row.correctedCells }),
    ...(numbers && 'raws' in row && textOf(row, numbers)),
  } as ReportBase | ReportHead | ReportValues | ReportCells;
}

/** The report of a row that has everything. */
export function cellsOfRow(row: CellsRow): ReportCells {
  const base = reportBase(row);
  const numbers = { form: base.form, values: parseStoredValues(row.values) };
  const { findings, correctedCells } = row;
  return { ...base, findings, values: numbers.values, correctedCells, ...textOf(row, numbers) };
}

/** What surrounds the numbers of a version, as it was before it was packed to be stored. */
export function textOf(row: VersionText, numbers: Numbers): VersionText {
  const { sections, headings, datedOn, publishedOn, problems, origin } = row;
  const { uploadSha256, blanksAreZero, errorPolicy } = row;
  return {
    ...unpackText(numbers, row),
    sections,
    headings,
    datedOn,
    publishedOn,
    problems,
    origin,
    uploadSha256,
    blanksAreZero,
    errorPolicy,
  };
}

/** How much of a report and of its agency is read. */
export interface Reach {
  readonly detail: Detail;
  /** Of what every reading gives: all of it, or no more than a list shows. */
  readonly report: 'brief' | 'whole';
  readonly agency: AgencyDetail;
}

function reachOf(asked: Detail | Reach): Reach {
  return typeof asked === 'string' ? { detail: asked, report: 'whole', agency: 'whole' } : asked;
}
