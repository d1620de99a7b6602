import type { EntityManager } from 'typeorm';

/** What is kept of an agency and its only report. */
export interface StateOfAgency {
  readonly code: string;
  readonly status: string | null;
  readonly version: number | null;
  readonly versions: number;
  readonly hasErrors: boolean | null;
  /** The steps that the report took. */
  readonly steps: string | null;
  readonly publications: number;
  /** What imports say that they stored. */
  readonly imported: number;
}

type State = Omit<StateOfAgency, 'code'>;

const registered: State = {
  ...{ status: null, version: null, versions: 0, hasErrors: null },
  ...{ steps: null, publications: 0, imported: 0 },
};
const imported: State = {
  ...registered,
  ...{ status: 'DRAFT', version: 1, versions: 1, hasErrors: true, imported: 1 },
};
const corrected: State = { ...imported, version: 2, versions: 2, hasErrors: false };
const submitted: State = { ...corrected, status: 'SUBMITTED', steps: 'SUBMITTED' };
const accepted: State = { ...submitted, status: 'ACCEPTED', steps: 'SUBMITTED ACCEPTED' };
const published: State = {
  ...accepted,
  ...{ status: 'PUBLISHED', steps: 'SUBMITTED ACCEPTED PUBLISHED', publications: 1 },
};

/** What a report goes through, and what is kept after each; before the first there is nothing. */
export const operations = ['register', 'import', 'correct', 'submit', 'accept', 'publish'];
export const statesOfLife = [null, registered, imported, corrected, submitted, accepted, published];

/** A report of a collection whose values are wrong, as they were sent. */
export const storedOnce = imported;

export function statesIn(manager: EntityManager): Promise<StateOfAgency[]> {
  return manager.query(
    `SELECT agency.code, report.status, report.version, report.error_count > 0 AS "hasErrors",
       (SELECT count(*)::int FROM report_version AS one WHERE one.report_id = report.id) AS versions,
       (SELECT string_agg(one.to_status, ' ' ORDER BY one.sequence) FROM report_transition AS one
        WHERE one.report_id = report.id) AS steps,
       (SELECT count(*)::int FROM publication AS one WHERE one.report_id = report.id) AS publications,
       (SELECT count(*)::int FROM import_report AS one
        WHERE one.agency = agency.code AND one.status = 'STORED') AS imported
     FROM agency LEFT JOIN report ON report.agency_id = agency.id`,
  );
}

/** What an import of a collection says of itself. */
export interface StateOfCollection {
  readonly fileName: string;
  readonly status: string;
  readonly stored: number;
  readonly rows: number;
}

export function collectionsIn(manager: EntityManager): Promise<StateOfCollection[]> {
  return manager.query(
    `SELECT file.file_name AS "fileName", run.status, run.reports_stored AS stored,
       (SELECT count(*)::int FROM import_report AS one WHERE one.file_id = file.id AND one.status = 'STORED') AS rows
     FROM import_run AS run JOIN import_file AS file ON file.run_id = run.id
     WHERE run.options->>'layout' = 'collection'`,
  );
}
