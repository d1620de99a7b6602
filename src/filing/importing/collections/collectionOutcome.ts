import type { ImportRunStatus } from '../../../../entities/importing/ImportRun.js';
import type { FileOutcome, ReportOutcome } from '../importOutcome.js';
import type { RunProgress } from '../runs/runProgress.js';
import type { Id } from '../../../brands/brands.js';

/** A larger collection answers with counts; what became of each report is read from its run. */
export const answeredReports = 200;

export interface CollectionOutcome {
  /** The id of the import run; null after a dry run. */
  readonly run: Id<'Run'> | null;
  readonly at: Date;
  readonly status: ImportRunStatus;
  readonly progress: RunProgress;
  /** Their reports are all there; when there are more than an answer can hold none, of a dry run refused ones. */
  readonly files: readonly (FileOutcome & { readonly reportCount: number })[];
  readonly complete: boolean;
}

/** Told after each batch. */
export interface CollectionProgress extends RunProgress {
  readonly run: Id<'Run'> | null;
  /** The reports of this batch, stored or refused. */
  readonly reports: readonly ReportOutcome[];
}
