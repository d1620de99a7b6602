import type { EntityManager } from 'typeorm';
import type { Seals } from '../../../entities/audit/AuditEntry.js';
import { isUuid } from '../isUuid.js';
import type { LockedEnd } from './ChainEnd.js';
import { sealedOfAgency, sealedDoors } from './seals.js';

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
  const all = JSON.parse(due) as readonly { chain: string; token: string | null; account: string | null }[];
  const own = all.filter((each) => each.chain === chain);
  const agency = isUuid(chain) ? chain : null;
  if (own.length === 0) return null;
  const doors = own.filter(({ token, account }) => (token ?? account) !== null);
  const others = own.filter((each) => !doors.includes(each));
  const found = [
    ...(doors.length > 0 ? await manager.query<LockedEnd[]>(sealedDoors('$1'), [JSON.stringify(doors)]) : []),
    ...(others.length > 0
      ? await manager.query<LockedEnd[]>(sealedOfAgency('$1', '$2'), [JSON.stringify(others), agency])
      : []),
  ];
  return Object.assign({}, ...found.map(({ seals }) => seals)) as Readonly<Record<number, Seals>>;
}
