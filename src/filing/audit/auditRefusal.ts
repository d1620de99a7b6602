import { inTransaction } from '../../database/inTransaction.js';
import type { DataSource } from 'typeorm';
import type { Operation } from '../../rights/operations.js';
import type { Actor } from '../access/actor.js';
import { appendAudit, systemChain } from './appendAudit.js';
import { storableText } from '../storable.js';

/** An agency as it was asked for. */
export interface AskedAgency {
  /** What was sent as its code. */
  readonly code: string;
  /** null when the actor may not know of it, or there is none: what somebody guessed at must not show up with others. */
  readonly id: string | null;
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

/**
 * Records a refused attempt in a transaction of its own: that of the attempt is undone. On the chain of the
 * agency, if the actor may know of it.
 */
export function auditRefusal(
  database: DataSource,
  actor: Actor,
  { operation, code, agency, year }: RefusedAttempt,
  at = new Date(),
): Promise<void> {
  return inTransaction(database, async (manager) => {
    const agencyId = agency?.id ?? null;
    await appendAudit(manager, actor, at, [
      {
        chain: agencyId ?? systemChain,
        action: 'REFUSED',
        reason: null,
        agencyId,
        reportId: null,
        version: null,
        changes: [],
        details: {
          operation,
          code,
          ...(agency && { agency: storableText(agency.code).slice(0, longestCode) }),
          ...(year !== undefined && { year }),
        },
      },
    ]);
  });
}
