import type { ImportStatus } from '../../words/importStatuses.js';
import type { CellDifference } from '../reports/compareCells.js';
import type { FileDocument, ReportDocument } from '../judging/checkDocument.js';
import type { Id, Sha256 } from '../../brands/brands.js';

const worstFirst: readonly ImportStatus[] = ['REJECTED', 'STORED', 'DRY_RUN', 'UNCHANGED'];

/** What a file is said to have become, from what became of its reports. */
export function worstStatus(statuses: readonly ImportStatus[]): ImportStatus {
  return worstFirst.find((status) => statuses.includes(status)) ?? 'REJECTED';
}

export interface ReportOutcome extends ReportDocument {
  /** The code of the registered agency; null when none was found. */
  readonly agencyCode: string | null;
  readonly status: ImportStatus;
  /** The version stored, or the current one when nothing changed; null when there is none. */
  readonly version: number | null;
  /** Against the version before; empty for the first. */
  readonly diff: readonly CellDifference[];
}

/**
 * The check document of a file with what became of it. The status is the worst of its reports; version and
 * diff are those of the first.
 */
export interface FileOutcome extends Omit<FileDocument, 'reports'> {
  readonly reports: readonly ReportOutcome[];
  readonly status: ImportStatus;
  readonly sha256: Sha256;
  readonly version: number | null;
  readonly diff: readonly CellDifference[];
}

export interface ImportOutcome {
  /** The id of the import run; null after a dry run. */
  readonly run: Id<'Run'> | null;
  readonly at: Date;
  readonly files: readonly FileOutcome[];
}
