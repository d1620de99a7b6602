import type { DataSource } from 'typeorm';
import type { Operation } from '../../rights/operations.js';
import type { Actor } from '../access/actor.js';
import { appendAudit, systemChain } from './appendAudit.js';
import { findAgencyInScope } from '../agencies/listAgencies.js';
import { storableText } from '../storable.js';

/** An attempt to change something that came to nothing. */
export interface RefusedAttempt {
  readonly operation: Operation;
  readonly code: string;
  /** The code of the agency it was about, as it was asked for. */
  readonly agency?: string;
  readonly year?: number;
}

/** Codes are at most this long; what somebody sends may be longer. */
const longestCode = 200;

/**
 * Records a refused attempt in a transaction of its own: that of the attempt is undone. On the chain of the
 * agency, if the actor may know of it: what somebody guessed at must not show up with others.
 */
export function auditRefusal(
  database: DataSource,
  actor: Actor,
  { operation, code, agency: asked, year }: RefusedAttempt,
  at = new Date(),
): Promise<void> {
  return database.transaction(async (manager) => {
    const agency = asked === undefined ? null : await findAgencyInScope(manager, actor, asked);
    await appendAudit(manager, actor, at, [
      {
        chain: agency?.id ?? systemChain,
        action: 'REFUSED',
        reason: null,
        agencyId: agency?.id ?? null,
        reportId: null,
        version: null,
        changes: [],
        details: {
          operation,
          code,
          ...(asked !== undefined && { agency: storableText(asked).slice(0, longestCode) }),
          ...(year !== undefined && { year }),
        },
      },
    ]);
  });
}
