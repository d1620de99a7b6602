import { inTransaction } from '../../database/inTransaction.js';
import type { DataSource } from 'typeorm';
import type { AuditEntry } from '../../../entities/audit/AuditEntry.js';
import type { Operation } from '../../rights/operations.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from './appendAudit.js';
import { storableText } from '../storable.js';
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
const windowMilliseconds = 60_000;

interface Window {
  readonly actor: Actor;
  readonly attempt: RefusedAttempt;
  readonly timer: NodeJS.Timeout;
  /** How often it was refused after the first, which is recorded. */
  again: number;
}

const windows = new WeakMap<DataSource, Map<string, Window>>();

/**
 * Records a refused attempt in a transaction of its own: that of the attempt is undone. The first of its kind is
 * recorded at once; what is refused again within a minute is one more entry with its count when the minute is over.
 */
export async function auditRefusal(
  database: DataSource,
  actor: Actor,
  attempt: RefusedAttempt,
  at = new Date(),
): Promise<void> {
  const open = windows.get(database) ?? new Map<string, Window>();
  windows.set(database, open);
  const key = JSON.stringify([actor.name, actor.address, detailsOf(attempt)]);
  const known = open.get(key);
  if (known) {
    known.again += 1;
    return;
  }
  const timer = setTimeout(() => {
    // What cannot be recorded now is lost with its count alone: the first is recorded.
    close(database, open, key).catch(() => undefined);
  }, windowMilliseconds).unref();
  open.set(key, { actor, attempt, timer, again: 0 });
  try {
    await record(database, actor, { attempt, at });
  } catch (error) {
    clearTimeout(timer);
    open.delete(key);
    throw error;
  }
}

/** Records what is counted so far: before the service ends. */
export async function recordCounted(database: DataSource): Promise<void> {
  const open = windows.get(database);
  for (const key of open?.keys() ?? []) if (open) await close(database, open, key);
}

async function close(database: DataSource, open: Map<string, Window>, key: string): Promise<void> {
  const window = open.get(key);
  if (!window) return;
  open.delete(key);
  clearTimeout(window.timer);
  if (window.again > 0)
    await record(database, window.actor, { attempt: window.attempt, at: new Date(), count: window.again });
}

function record(
  database: DataSource,
  actor: Actor,
  { attempt, at, count }: { readonly attempt: RefusedAttempt; readonly at: Date; readonly count?: number },
): Promise<void> {
  return inTransaction(database, async (manager) => {
    await appendAudit(manager, actor, at, [
      {
        chain: refusalChain,
        action: 'REFUSED',
        reason: null,
        agencyId: attempt.agency?.id ?? null,
        reportId: null,
        version: null,
        changes: [],
        details: { ...detailsOf(attempt), ...(count !== undefined && { count }) },
      },
    ]);
  });
}

function detailsOf({ operation, code, agency, year }: RefusedAttempt): AuditEntry['details'] {
  return {
    operation,
    code,
    ...(agency && { agency: storableText(agency.code).slice(0, longestCode) }),
    ...(year !== undefined && { year }),
  };
}
