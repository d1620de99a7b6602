import type { Agency } from '../../../entities/agencies/Agency.js';
import type { VersionOrigin } from '../../../entities/reports/ReportVersion.js';
import type { CheckCause } from '../../../entities/judging/CheckCause.js';
import type { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import type { DraftSection } from '../../../importers/draft/draft.js';
import type { CellKey, Values } from '../../cells.js';
import type { Finding, Requirements, Schedule } from '../../checks/check.js';
import type { Form } from '../../forms/form.js';
import type { Problem } from '../../problems/problem.js';
import type { Day, Id, Sha256 } from '../../brands/brands.js';

/** What every reading of a stored report gives. */
export interface ReportBase {
  readonly id: Id<'Report'>;
  readonly agency: Agency;
  readonly year: number;
  readonly form: Form;
  readonly status: ReportStatus;
  /** The number of the current version. */
  readonly version: number;
  readonly changedAt: Date;
  readonly errorCount: number;
  readonly explainCount: number;
  /** The number of the published version; null before the first publication. */
  readonly publishedVersion: number | null;
  readonly submittedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly ruleSet: string;
  readonly checkedAt: Date;
  readonly checkCause: CheckCause;
  /** What the findings were judged against has changed since. */
  readonly stale: boolean;
}

/** A report in a list: what is wrong with it, but none of its numbers. */
export interface ReportHead extends ReportBase {
  readonly findings: readonly Finding[];
}

/** The cheap reading for machines: the exact numbers and nothing of where they come from. */
export interface ReportValues extends ReportBase {
  readonly values: Values;
  readonly correctedCells: readonly CellKey[];
}

/** A report with everything its current version holds. */
export interface ReportCells extends ReportHead, ReportValues, VersionText {}

/** A report with everything that is known of it, as it stands: what is needed to judge and to change it. */
export interface WholeReport extends ReportCells {
  readonly agencyId: Id<'Agency'>;
  /** When it was due and when it came. */
  readonly schedule: Schedule;
  /** What its jurisdiction asks; null where it asks nothing. */
  readonly requirements: Requirements | null;
}

/** How much of a report is read. Each is one query. */
export type Detail = 'base' | 'head' | 'values' | 'tables' | 'cells';

/** What surrounds the numbers of a version. Positions are those of the cells of the form. */
export interface VersionText {
  readonly raws: readonly (string | null)[];
  readonly places: readonly (string | null)[];
  readonly sections: readonly DraftSection[];
  /** As printed, in the order of the file; null when unknown. */
  readonly headings: readonly string[] | null;
  /** The date printed on the report; null when unknown. */
  readonly datedOn: Day | null;
  /** The day of publication that a saved page states; null when the file states none. */
  readonly publishedOn: Day | null;
  readonly problems: readonly Problem[];
  readonly origin: VersionOrigin;
  readonly uploadSha256: Sha256 | null;
  readonly blanksAreZero: boolean;
  readonly errorPolicy: string;
}

/** One version of a report in the list of its versions. */
export interface VersionHead {
  readonly id: Id<'Version'>;
  readonly reportId: Id<'Report'>;
  readonly number: number;
  readonly form: Form;
  readonly origin: VersionOrigin;
  readonly uploadSha256: Sha256 | null;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** One version with all its cells. */
export interface VersionCells extends VersionHead, VersionText {
  readonly values: Values;
  readonly correctedCells: readonly CellKey[];
}
