import type { EntityManager } from 'typeorm';
import type { Seals } from '../../../entities/audit/AuditEntry.js';
import { isUuid } from '../isUuid.js';
import type { LockedEnd } from './ChainEnd.js';
import { sealedOfAgency, sealedOfNone } from './seals.js';

/**
 * Holds the ends of chains that lie on several machines, one after the other in their order, and seals what the events
 * made: each statement looks at one agency.
 */
export async function lockApart(
  manager: EntityManager,
  names: readonly string[],
  due: string,
): Promise<LockedEnd[]> {
  const ends: LockedEnd[] = [];
  for (const name of [...names].sort()) {
    const [held] = await manager.query<Omit<LockedEnd, 'seals' | 'seenLength'>[]>(
      `SELECT chain, length, head, last_at AS "lastAt",
         coalesce((SELECT algorithm FROM audit_setting), 'SHA-256') AS algorithm
       FROM audit_chain WHERE chain = $1 FOR UPDATE OF audit_chain`,
      [name],
    );
    // Held before anything is looked at: whatever was appended before is seen.
    if (held) ends.push({ ...held, seenLength: held.length, seals: await sealsOf(manager, name, due) });
  }
  return ends;
}

async function sealsOf(
  manager: EntityManager,
  chain: string,
  due: string,
): Promise<Readonly<Record<number, Seals>> | null> {
  const own = (JSON.parse(due) as { readonly chain: string }[]).filter((each) => each.chain === chain);
  if (own.length === 0) return null;
  const [found] = isUuid(chain)
    ? await manager.query<LockedEnd[]>(sealedOfAgency('$1', '$2'), [JSON.stringify(own), chain])
    : await manager.query<LockedEnd[]>(sealedOfNone('$1'), [JSON.stringify(own)]);
  return found?.seals ?? null;
}
