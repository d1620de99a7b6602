import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { sha256 } from '../sha256.js';

/** What was agreed with the browser that was sent to the provider: it must come back with it. */
export interface OidcPromise {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** How long somebody may take to sign in there. */
export const oidcMilliseconds = 10 * 60_000;

/** Notes that somebody was sent to the provider. Answers what the cookie of that browser is to hold. */
export async function beginOidc(
  manager: EntityManager,
  at = new Date(),
): Promise<{ readonly secret: string; readonly promise: OidcPromise }> {
  await manager.query('DELETE FROM oidc_request WHERE at < $1', [endsBefore(at)]);
  const drawn = () => randomBytes(32).toString('base64url');
  const [secret, state, nonce, verifier] = [drawn(), drawn(), drawn(), drawn()];
  await manager.query(
    'INSERT INTO oidc_request (hash, state, nonce, verifier, at) VALUES ($1, $2, $3, $4, $5)',
    [...[sha256(secret), state, nonce, verifier, at.toISOString()]],
  );
  return { secret, promise: { state, nonce, verifier } };
}

/** What was agreed with the browser that comes back; once, and null for any other. */
export async function takeOidc(
  manager: EntityManager,
  secret: string,
  at = new Date(),
): Promise<OidcPromise | null> {
  // The driver answers a DELETE with the rows and their number.
  const [rows] = await manager.query<[OidcPromise[], number]>(
    'DELETE FROM oidc_request WHERE hash = $1 AND at >= $2 RETURNING state, nonce, verifier',
    [sha256(secret), endsBefore(at)],
  );
  return rows[0] ?? null;
}

function endsBefore(at: Date): string {
  return new Date(at.getTime() - oidcMilliseconds).toISOString();
}
