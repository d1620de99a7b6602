import type { Severity } from '../../src/forms/form.js';
import type { ImportStatus } from '../../src/words/importStatuses.js';

/** What POST /imports answers, as far as the page reads it. */
export interface ImportAnswer {
  /** Of the import run; null after a dry run. */
  readonly id: string | null;
  readonly files: readonly FileAnswer[];
}

export type { ImportStatus };
export type { Severity };

export interface FileAnswer {
  readonly file: string;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly problems: readonly ProblemAnswer[];
  readonly reports: readonly ReportAnswer[];
  readonly status: ImportStatus;
  /** Where the kept original is; null when it was not kept. */
  readonly original: string | null;
}

export interface ReportAnswer {
  readonly form: string;
  readonly year: number | null;
  readonly agency: string | null;
  /** The code of the registered agency; null when none was found. */
  readonly agencyCode: string | null;
  /** Where it stands in a collection: its row, sheet or file. */
  readonly at?: string;
  readonly cells: Readonly<Record<string, CellAnswer>>;
  readonly problems: readonly ProblemAnswer[];
  readonly findings: readonly FindingAnswer[];
  readonly repairs: readonly RepairAnswer[];
  readonly status: ImportStatus;
  readonly version: number | null;
  readonly diff: readonly DifferenceAnswer[];
}

export interface CellAnswer {
  readonly value: string | null;
  readonly raw: string | null;
  readonly at: string | null;
}

export interface ProblemAnswer {
  readonly code: string;
  readonly severity: Severity;
  readonly cell?: string;
  readonly at?: string;
  readonly message: string;
}

export interface FindingAnswer {
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly string[];
  readonly left: string | null;
  readonly right: string | null;
  readonly difference: string | null;
  readonly message: string;
}

/** Which cells may be wrong and what they should be. */
export interface RepairAnswer {
  readonly changes: readonly { readonly cell: string; readonly from: string | null; readonly to: string }[];
  readonly unique: boolean;
  /** The rules whose findings it settles. */
  readonly settles: readonly string[];
  readonly message: string;
}

export interface DifferenceAnswer {
  readonly cell: string;
  readonly before: string | null;
  readonly after: string | null;
}
