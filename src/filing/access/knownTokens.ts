import type { DataSource, EntityManager } from 'typeorm';
import type { Role } from '../../../entities/access/Role.js';
import type { AgencyCode, Id, Sha256 } from '../../brands/brands.js';

/** A token in force, with what it opens. */
export interface KnownToken {
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: Date | null;
  readonly agencyId: Id<'Agency'> | null;
  readonly code: AgencyCode;
  readonly path: string;
}

/** What another process revokes or moves is seen here this much later. */
const lifetimeMilliseconds = 500;
const mostKnown = 1_000;

interface Remembered {
  readonly token: KnownToken;
  readonly until: number;
}

const known = new WeakMap<DataSource, Map<string, Remembered>>();

/** The token of this digest, when it was looked up a moment ago. */
export function knownToken({ connection }: EntityManager, digest: Sha256): KnownToken | undefined {
  const found = known.get(connection)?.get(digest);
  return found && found.until > performance.now() ? found.token : undefined;
}

export function rememberToken({ connection }: EntityManager, digest: Sha256, token: KnownToken): void {
  let tokens = known.get(connection);
  if (!tokens) known.set(connection, (tokens = new Map()));
  if (tokens.size >= mostKnown) tokens.clear();
  tokens.set(digest, { token, until: performance.now() + lifetimeMilliseconds });
}

/** Whoever changes something may have revoked a token or moved an agency: the next request looks. */
export function forgetTokens({ connection }: EntityManager): void {
  known.delete(connection);
}
