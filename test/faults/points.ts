/** What is being done when the process is killed. */
export type Operation = 'import' | 'correct' | 'submit' | 'publish';

/** A place in an operation: right before or right after the first statement that does this, alone or with others. */
export interface CrashPoint {
  readonly name: string;
  readonly operation: Operation;
  readonly moment: 'before' | 'after';
  readonly statement: string;
}

const at = (
  operation: Operation,
  moment: CrashPoint['moment'],
  statement: string,
  words: string,
): CrashPoint => ({ name: `${operation}: ${moment} ${words}`, operation, moment, statement });

/** Twenty places, from the first statement that changes something to the moment behind the commit. */
export const crashPoints: readonly CrashPoint[] = [
  at('import', 'before', 'INSERT INTO upload', 'the upload is kept'),
  at('import', 'after', 'INSERT INTO upload', 'the upload is kept'),
  at('import', 'after', 'INSERT INTO "report"', 'the report is begun'),
  at('import', 'after', 'INSERT INTO "report_version"', 'the version is stored'),
  at('import', 'after', 'INSERT INTO "audit_entry"', 'the audit entry is written'),
  at('import', 'before', 'INSERT INTO "import_run"', 'the run is kept'),
  at('import', 'before', 'COMMIT', 'the commit'),
  at('import', 'after', 'COMMIT', 'the commit'),
  at('correct', 'before', 'UPDATE report', 'the version is counted up'),
  at('correct', 'after', 'UPDATE report', 'the version is counted up'),
  at('correct', 'after', 'INSERT INTO "report_version"', 'the version is stored'),
  at('correct', 'before', 'COMMIT', 'the commit'),
  at('correct', 'after', 'COMMIT', 'the commit'),
  at('submit', 'after', 'INSERT INTO "report_transition"', 'the step is stored'),
  at('submit', 'after', 'INSERT INTO "audit_entry"', 'the audit entry is written'),
  at('submit', 'before', 'COMMIT', 'the commit'),
  at('publish', 'after', 'INSERT INTO "report_transition"', 'the step is stored'),
  at('publish', 'before', 'INSERT INTO "publication"', 'the publication is pinned'),
  at('publish', 'after', 'INSERT INTO "publication"', 'the publication is pinned'),
  at('publish', 'after', 'COMMIT', 'the commit'),
];

/** Whether what was being done must be there afterwards: only when it was committed. */
export function isDone({ moment, statement }: CrashPoint): boolean {
  return moment === 'after' && statement === 'COMMIT';
}
