import type { Problem, ProblemCode } from '../problems/problem.js';

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

  /** A problem of what was sent, as the refusal of it. */
  static of({ code, message }: Pick<Problem, 'code' | 'message'>, path: readonly string[] = []): Refusal {
    return new Refusal(code, message, path);
  }

  /** The same, said of another part of the request; what else was refused comes along. */
  at(path: readonly string[]): Refusal {
    return this.moved(() => path);
  }

  /** Each refusal of the request said of the part that is found for it. */
  moved(pathOf: (refusal: Refusal) => readonly string[]): Refusal {
    const others = this.others.map((other) => other.moved(pathOf));
    return new Refusal(this.code, this.message, pathOf(this), others);
  }

  /** The same in other words, such as those that name the line of a file. */
  saying(message: string): Refusal {
    return new Refusal(this.code, message, this.path, this.others);
  }

  /** This refusal and the others of the same request. */
  get all(): readonly Refusal[] {
    return [this, ...this.others];
  }
}

/** Throws all refusals of a request as one; does nothing when there are none. */
export function refuseAny(refusals: readonly Refusal[]): void {
  const [first, ...others] = refusals.flatMap(({ all }) => all);
  if (first) throw new Refusal(first.code, first.message, first.path, others);
}
