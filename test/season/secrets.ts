import type { Json } from '../support/server.js';

/** Ids, hashes of the audit chain, and numbers so long that no other agency has them. */
const telling = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{64}|\d{9,}/g;

/** What must not be in any answer to those who may not see the agency that was looked at. */
export function secretsIn(snapshot: Json): string[] {
  return [...new Set(JSON.stringify(snapshot).match(telling) ?? [])];
}
