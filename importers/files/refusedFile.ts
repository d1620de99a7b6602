import { problem, type Problem, type ProblemCode } from '../../src/problems/problem.js';

/** A file that cannot be read at all, with the problem to show for it. */
export class RefusedFile extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, message: string, at?: string) {
    super(message);
    this.problem = { ...problem(code, message, { at }), severity: 'error' };
  }
}
