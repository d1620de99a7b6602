import type { ProblemCode } from '../problems/problem.js';

/** An expected failure of something a person asked for. The outer layer shows it as an error of the request. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  /** Which part of the request is refused, e.g. `['changes', '0', 'value']`. */
  readonly path: readonly string[];
  /** Further refusals of the same request. */
  readonly others: readonly Refusal[];

  constructor(
    code: ProblemCode,
    message: string,
    path: readonly string[] = [],
    others: readonly Refusal[] = [],
  ) {
    super(message);
    this.code = code;
    this.path = path;
    this.others = others;
  }

  /** This refusal and the others of the same request. */
  get all(): readonly Refusal[] {
    return [this, ...this.others];
  }
}

/** Throws all refusals of a request as one; does nothing when there are none. */
export function refuseAny(refusals: readonly Refusal[]): void {
  const [first, ...others] = refusals;
  if (first) throw new Refusal(first.code, first.message, first.path, others);
}
