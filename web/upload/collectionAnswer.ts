import type { FileAnswer, ImportAnswer, ImportStatus, ProblemAnswer } from './importAnswer.js';

export type RunStatus = 'RUNNING' | 'DONE' | 'CANCELLED' | 'FAILED';

/** How far an import has come. */
export interface Progress {
  readonly bytesTotal: number;
  readonly bytesRead: number;
  readonly reportsRead: number;
  readonly reportsStored: number;
  readonly reportsUnchanged: number;
  readonly reportsRejected: number;
}

/** What POST /imports answers to collections. While the run is RUNNING its files are not told. */
export interface CollectionAnswer extends ImportAnswer {
  readonly status: RunStatus;
  readonly progress: Progress;
  /** False when there are more reports than the answer can hold: of a dry run only refused ones are in it. */
  readonly complete: boolean;
  readonly files: readonly (FileAnswer & { readonly reportCount: number })[];
}

/** An import run as GraphQL tells it. */
export interface RunState extends Progress {
  readonly id: string;
  readonly status: RunStatus;
}

/** A run that has ended, with the first page of what it refused. */
export interface EndedRun extends RunState {
  readonly files: readonly RunFile[];
}

export interface RunFile {
  readonly position: number;
  readonly fileName: string;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly status: ImportStatus;
  /** Of the kept original; null when it was not kept. */
  readonly sha256: string | null;
  readonly problems: readonly ProblemAnswer[];
  readonly refused: readonly RefusedReport[];
}

/** A report of a collection that was not stored. */
export interface RefusedReport {
  /** Its place among the reports of the file, from 0; null where the answer does not tell it. */
  readonly position: number | null;
  /** Its row, its sheet or its file. */
  readonly place: string | null;
  readonly agency: string | null;
  readonly year: number | null;
  readonly problems: readonly ProblemAnswer[];
}

export function isCollection(answer: ImportAnswer): answer is CollectionAnswer {
  return 'progress' in answer;
}
