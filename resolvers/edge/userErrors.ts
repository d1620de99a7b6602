import { Refusal } from '../../src/filing/refusal.js';
import type { UserError } from './UserError.js';

/**
 * Runs a mutation; an expected failure becomes part of the answer, anything else is thrown on. `prefix` is
 * the argument that holds what the refused function was given.
 */
export async function orUserErrors<Payload>(
  work: () => Promise<Payload>,
  failed: (userErrors: UserError[]) => Payload,
  prefix: readonly string[] = [],
): Promise<Payload> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'UNAUTHENTICATED') throw error;
    return failed(
      error.all.map(({ code, path, message }) => ({ code, path: [...prefix, ...path], message })),
    );
  }
}
