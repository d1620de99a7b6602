import type { Problem, ProblemSeverity } from '../../../problems/problem.js';

/** What is wrong at a place of a file. */
export interface Mark {
  /** `台账!C5`, `C5`; null when it is about the file as a whole. */
  readonly at: string | null;
  readonly severity: Exclude<ProblemSeverity, 'info'>;
  readonly message: string;
}

/** What a clerk has to do something about, in the order it was told. */
export function marksOf(problems: readonly Problem[]): readonly Mark[] {
  return problems.flatMap(({ at, severity, message }) =>
    severity === 'info' ? [] : [{ at: at ?? null, severity, message }],
  );
}
