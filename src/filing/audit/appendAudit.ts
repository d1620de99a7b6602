import type { EntityManager } from 'typeorm';
import type { AuditChain } from '../../../entities/audit/AuditChain.js';
import { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import type { Actor } from '../access/actor.js';
import { forgetTokens } from '../access/knownTokens.js';
import { canonicalJson } from './canonicalJson.js';
import { isDistributed } from '../../database/distribution/distributed.js';
import { keepApart } from './keepApart.js';
import { lockChains } from './lockChains.js';
import { recordedChanges } from './recordedChanges.js';
import { sm3 } from './sm3.js';
import { insertion } from '../insertRows.js';
import { sha256 } from '../sha256.js';
import { storableText, toJson } from '../storable.js';
import { newId } from '../newId.js';

/** The chain of what concerns no agency. */
export const systemChain = 'system';

/** What happened; where it stands in its chain is found when it is appended. */
export type AuditEvent = Pick<
  AuditEntry,
  'chain' | 'action' | 'reason' | 'agencyId' | 'reportId' | 'version' | 'changes' | 'details'
>;

/** Who an entry names. Whoever is not signed in has no role. */
export interface AuditedActor extends Pick<Actor, 'name' | 'address' | 'requestId'> {
  readonly role: Actor['role'] | null;
}

/** Appends to the audit trail, any number of entries and chains at once. */
export async function appendAudit(
  manager: EntityManager,
  actor: AuditedActor,
  at: Date,
  events: readonly AuditEvent[],
): Promise<AuditEntry[]> {
  if (events.length === 0) return [];
  forgetTokens(manager);
  const chains = await lockChains(manager, [...new Set(events.map(({ chain }) => chain))], events);
  const entries = storable(events).map((event, place) => {
    const end = chains.get(event.chain);
    if (!end) throw new Error(`the audit chain ${event.chain} is missing`);
    // A clock may run back; what happened later is never earlier.
    const isBehind = end.lastAt !== null && at < end.lastAt;
    const unhashed = {
      ...event,
      id: newId<'Entry'>(),
      sequence: end.length + 1,
      at: isBehind && end.lastAt ? end.lastAt : at,
      clockAt: isBehind ? at : null,
      seals: end.seals?.[place] ?? null,
      algorithm: end.algorithm === 'SM3' ? end.algorithm : null,
      actor: storableText(actor.name),
      role: actor.role,
      address: actor.address,
      requestId: actor.requestId,
      previousHash: end.head,
    };
    const entry = { ...unhashed, hash: auditHash(unhashed) };
    chains.set(event.chain, { ...end, length: entry.sequence, head: entry.hash, lastAt: entry.at });
    return entry;
  });
  const keep = isDistributed(manager.dataSource) ? keepApart : keepEntries;
  await keep(manager, entries, [...chains.values()]);
  return entries;
}

/** Entries, the ends they give their chains, and what connected systems are told of, in one statement. */
async function keepEntries(
  manager: EntityManager,
  entries: readonly AuditEntry[],
  ends: readonly AuditChain[],
): Promise<void> {
  const { sql, json } = insertion(manager, AuditEntry, entries);
  const changes = recordedChanges(entries, '$3');
  await manager.query(
    `WITH ending AS (
       UPDATE audit_chain SET length = given.length, head = given.head, last_at = given."lastAt"
       FROM jsonb_to_recordset($2::jsonb) AS given(chain text, length int, head text, "lastAt" timestamptz)
       WHERE audit_chain.chain = given.chain)${changes ? `, ${changes.sql}` : ''}
     ${sql}`,
    [json, toJson(ends), ...(changes ? [changes.json] : [])],
  );
}

/** SHA-256 or SM3 of everything an entry says, with the hash of the entry before it. */
export function auditHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { id, chain, sequence, at, actor, action, reason, agencyId, reportId, version } = entry;
  const { changes, details, previousHash, role, address, requestId, seals, clockAt, algorithm } = entry;
  const hashOf = algorithm === 'SM3' ? sm3 : sha256;
  return hashOf(
    canonicalJson({
      id,
      chain,
      sequence,
      at: at.toISOString(),
      actor,
      action,
      reason,
      agencyId,
      reportId,
      version,
      changes,
      details,
      previousHash,
      // Entries from before there were roles say nothing of them.
      role: role ?? undefined,
      address: address ?? undefined,
      requestId: requestId ?? undefined,
      // Nor of what they vouch for.
      seals: seals ?? undefined,
      clockAt: clockAt?.toISOString(),
      algorithm: algorithm ?? undefined,
    }),
  );
}

/** The events as they come back from the database, so that the hashes are of what is kept. */
function storable(events: readonly AuditEvent[]): AuditEvent[] {
  return JSON.parse(toJson(events)) as AuditEvent[];
}
