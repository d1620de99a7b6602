import { inTransaction } from '../../database/inTransaction.js';
import type { DataSource, EntityManager } from 'typeorm';
import type { AuditedAttempt } from '../../../entities/machines/AuditedAttempt.js';
import type { RefusalCount } from '../../../entities/machines/RefusalCount.js';
import type { Operation } from '../../rights/operations.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from './appendAudit.js';
import { sha256 } from '../sha256.js';
import { storableText, toJson } from '../storable.js';
import type { Id } from '../../brands/brands.js';

/** An agency as it was asked for. */
export interface AskedAgency {
  /** What was sent as its code. */
  readonly code: string;
  /** null when the actor may not know of it, or there is none: what somebody guessed at must not show up with others. */
  readonly id: Id<'Agency'> | null;
}

/** An attempt to change something that came to nothing. */
export interface RefusedAttempt {
  readonly operation: Operation;
  readonly code: string;
  /** The agency it was about; left out when it was about none. */
  readonly agency?: AskedAgency;
  readonly year?: number;
}

/** Codes are at most this long; what somebody sends may be longer. */
const longestCode = 200;

/** The chain of what was refused: nobody floods the chains of agencies by trying again and again. */
export const refusalChain = 'refused';

/** Within so long, attempts of one kind that are refused again are counted, and recorded together. */
const within = `interval '60 seconds'`;

/**
 * Records a refused attempt in a transaction of its own: that of the attempt is undone. The first of its kind is
 * recorded at once; what is refused again within a minute, by whatever process, is one more entry with its count when
 * the minute is over.
 */
export function auditRefusal(
  database: DataSource,
  { name, role, address, requestId }: Actor,
  attempt: RefusedAttempt,
  at = new Date(),
): Promise<void> {
  const refused: AuditedAttempt = {
    actor: { name, role, address, requestId },
    agencyId: attempt.agency?.id ?? null,
    details: detailsOf(attempt),
  };
  const kind = sha256(JSON.stringify([name, address, refused.details]));
  return inTransaction(database, async (manager) => {
    const isAgain = async (): Promise<boolean | undefined> => {
      const [counted] = await manager.query<{ again: number }[]>(
        `INSERT INTO refusal_count AS known (kind, begun_at, again, attempt)
         VALUES ($1, clock_timestamp(), 0, $2::jsonb)
         ON CONFLICT (kind) DO UPDATE SET again = known.again + 1
           WHERE known.begun_at > clock_timestamp() - ${within}
         RETURNING known.again`,
        [kind, toJson(refused)],
      );
      return counted && counted.again > 0;
    };
    let again = await isAgain();
    if (again === undefined) {
      // The minute of those before it is over, and nobody has recorded them yet.
      await recordEnded(manager, 'kind = $1', [kind]);
      again = await isAgain();
    }
    if (again === false) await record(manager, refused, at);
  });
}

/** Records those that are counted and whose minute is over. */
export function recordCounted(database: DataSource): Promise<void> {
  return inTransaction(database, (manager) =>
    recordEnded(manager, `begun_at <= clock_timestamp() - ${within}`),
  );
}

/** Records all that is counted so far: before the service ends. */
export function recordAllCounted(database: DataSource): Promise<void> {
  return inTransaction(database, (manager) => recordEnded(manager, 'true'));
}

/** What another process records at this moment is left to it. */
async function recordEnded(
  manager: EntityManager,
  which: string,
  parameters: readonly unknown[] = [],
): Promise<void> {
  const [ended] = await manager.query<[Pick<RefusalCount, 'again' | 'attempt'>[], number]>(
    `DELETE FROM refusal_count WHERE kind IN (
       SELECT kind FROM refusal_count WHERE ${which} ORDER BY begun_at FOR UPDATE SKIP LOCKED)
     RETURNING again, attempt`,
    [...parameters],
  );
  for (const { again, attempt } of ended) if (again > 0) await record(manager, attempt, new Date(), again);
}

async function record(
  manager: EntityManager,
  { actor, agencyId, details }: AuditedAttempt,
  at: Date,
  count?: number,
): Promise<void> {
  await appendAudit(manager, actor, at, [
    {
      ...{ chain: refusalChain, action: 'REFUSED', reason: null, reportId: null, version: null },
      ...{ agencyId, changes: [], details: { ...details, ...(count !== undefined && { count }) } },
    },
  ]);
}

function detailsOf({ operation, code, agency, year }: RefusedAttempt): AuditedAttempt['details'] {
  return {
    operation,
    code,
    ...(agency && { agency: storableText(agency.code).slice(0, longestCode) }),
    ...(year !== undefined && { year }),
  };
}
