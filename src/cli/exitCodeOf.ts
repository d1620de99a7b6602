import type { FileDocument } from '../filing/judging/checkDocument.js';
import { isError, type ProblemCode } from '../problems/problem.js';

/** Codes of a file that could not be opened at all. */
const unread: readonly ProblemCode[] = [
  'UNREADABLE',
  'ENCRYPTED',
  'TOO_LARGE',
  'TIMED_OUT',
  'UNSUPPORTED_FORMAT',
  'ENCODING_UNKNOWN',
];

/** 0: nothing blocks. 1: an error finding or an error in a file that could be opened. 2: it could not be read. */
export function exitCodeOf({ problems, reports }: FileDocument): 0 | 1 | 2 {
  if (reports.length === 0 && problems.some(({ code }) => unread.includes(code))) return 2;
  const blocks =
    reports.length === 0 ||
    problems.some(isError) ||
    reports.some(
      (report) =>
        report.problems.some(isError) || report.findings.some(({ severity }) => severity === 'error'),
    );
  return blocks ? 1 : 0;
}
