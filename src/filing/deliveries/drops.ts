import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DeliveryState } from '../../../entities/deliveries/DeliveryState.js';
import { cursorAt } from '../feed/listChanges.js';
import { storableText } from '../storable.js';
import { addAttempt } from './attempts.js';
import type { Id } from '../../brands/brands.js';
import { sha256 } from '../sha256.js';

/** A folder that was written for a connected system, or could not be. */
export interface Drop {
  /** The folder in which it stands. */
  readonly target: string;
  readonly key: string;
  readonly position: number;
  readonly agencyId: Id<'Agency'>;
  readonly milliseconds: number;
  /** Why it was not written; null when it was. */
  readonly refused: string | null;
}

/** Keeps in the log of deliveries what was dropped; the same change, dropped again, is one more try of the same. */
export async function keepDrop(manager: EntityManager, drop: Drop, at = new Date()): Promise<void> {
  const { target, key, position, agencyId, milliseconds, refused } = drop;
  const [kept] = await manager.query<{ id: string }[]>(
    `INSERT INTO delivery (id, channel, agency_id, target, position, key, state, tries, created_at)
     VALUES ($1, 'DROP', $2, $3, $4, $5, 'WAITING', 0, $6)
     ON CONFLICT (target, position) WHERE channel = 'DROP'
       DO UPDATE SET state = 'WAITING', key = excluded.key
     RETURNING id`,
    [randomUUID(), agencyId, storableText(target), position, key, at.toISOString()],
  );
  if (!kept) throw new Error('a dropped folder was not kept');
  const state = refused === null ? DeliveryState.DELIVERED : DeliveryState.FAILED;
  const attempted = { at, status: null, answer: refused ?? '已写出', milliseconds };
  await addAttempt(manager, kept.id, { attempted, state, nextAt: null });
}

/** Until its transaction ends nobody else writes into this folder. */
export async function takeTarget(manager: EntityManager, target: string): Promise<void> {
  const number = Buffer.from(sha256(target), 'hex').readBigInt64BE();
  await manager.query('SELECT pg_advisory_xact_lock($1)', [number.toString()]);
}

/** Whether a change stands in a folder already, or could not be written there, and nobody asked for it again. */
export async function isDropped(manager: EntityManager, target: string, position: number): Promise<boolean> {
  const found = await manager.query<object[]>(
    `SELECT id FROM delivery
     WHERE channel = 'DROP' AND target = $1 AND position = $2 AND state <> 'WAITING'`,
    [storableText(target), position],
  );
  return found.length > 0;
}

/** The cursor behind which a folder goes on; null when nothing was dropped there yet. */
export async function lastDropped(manager: EntityManager, target: string): Promise<string | null> {
  const [last] = await manager.query<{ position: string | null }[]>(
    `SELECT max(position)::text AS position FROM delivery WHERE channel = 'DROP' AND target = $1`,
    [storableText(target)],
  );
  return last?.position == null ? null : cursorAt(Number(last.position));
}

/** What somebody asked for once more, the oldest first: the positions of the changes. */
export async function askedAgain(manager: EntityManager, target: string): Promise<number[]> {
  const rows = await manager.query<{ position: string }[]>(
    `SELECT position::text AS position FROM delivery
     WHERE channel = 'DROP' AND target = $1 AND state = 'WAITING' ORDER BY delivery.position`,
    [storableText(target)],
  );
  return rows.map(({ position }) => Number(position));
}

/** What a connected system said of a folder. */
export interface Acknowledgement {
  readonly target: string;
  readonly key: string;
  readonly accepted: boolean;
  readonly message: string;
}

/** Keeps a receipt; false when nothing of that name was dropped there. */
export async function keepReceipt(
  manager: EntityManager,
  { target, key, accepted, message }: Acknowledgement,
  at = new Date(),
): Promise<boolean> {
  const state = accepted ? DeliveryState.ACKNOWLEDGED : DeliveryState.REJECTED;
  const kept = await manager.query<object[]>(
    `WITH kept AS (
       UPDATE delivery SET state = $3, receipt = $4, receipt_at = $5
       WHERE channel = 'DROP' AND target = $1 AND key = $2 RETURNING id)
     SELECT id FROM kept`,
    [storableText(target), storableText(key), state, storableText(message), at.toISOString()],
  );
  return kept.length > 0;
}
