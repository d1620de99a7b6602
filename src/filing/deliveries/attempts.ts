import type { EntityManager } from 'typeorm';
import type { DeliveryState } from '../../../entities/deliveries/DeliveryState.js';
import { cursorAt } from '../feed/listChanges.js';
import { storableText } from '../storable.js';

/** How long is waited after each try that failed; after the last it is given up. */
export const retryPauses: readonly number[] = [
  ...[5, 30],
  ...[2, 10, 60, 3 * 60, 6 * 60, 12 * 60, 24 * 60].map((minutes) => minutes * 60),
].map((seconds) => seconds * 1000);

/** How long whoever takes a delivery on may need; then another does. */
const lease = 60_000;
const mostAtOnce = 8;

/** A delivery that is due, with all that it takes to send it. */
export interface DueDelivery {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
  readonly cursor: string;
}

/** What came of a try. */
export interface Attempted {
  readonly at: Date;
  /** Of HTTP; null without an answer. */
  readonly status: number | null;
  readonly answer: string;
  readonly milliseconds: number;
}

/** Takes on what is due, so that no other process does. */
export async function takeDue(manager: EntityManager, at: Date): Promise<DueDelivery[]> {
  const rows = await manager.query<(Omit<DueDelivery, 'cursor'> & { readonly position: string })[]>(
    `WITH taken AS (
       UPDATE delivery SET next_at = $2 WHERE id IN (
         SELECT id FROM delivery WHERE channel = 'WEBHOOK' AND state = 'WAITING' AND next_at <= $1
         ORDER BY next_at LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED)
       RETURNING id, webhook_id, position)
     SELECT taken.id, webhook.url, webhook.secret, taken.position::text AS position
     FROM taken JOIN webhook ON webhook.id = taken.webhook_id`,
    [at.toISOString(), new Date(at.getTime() + lease).toISOString()],
  );
  return rows.map(({ id, url, secret, position }) => ({
    id,
    url,
    secret,
    cursor: cursorAt(Number(position)),
  }));
}

/** Keeps what came of a try, and when there is to be another. */
export async function keepAttempt(
  manager: EntityManager,
  id: string,
  attempted: Attempted,
  pauses: readonly number[] = retryPauses,
): Promise<void> {
  const { at, status } = attempted;
  const [delivery] = await manager.query<{ tries: number }[]>(
    `SELECT tries FROM delivery WHERE id = $1 FOR UPDATE`,
    [id],
  );
  if (!delivery) return;
  const delivered = status !== null && status >= 200 && status < 300;
  const pause = delivered ? undefined : pauses[delivery.tries];
  const next = pause === undefined ? null : new Date(at.getTime() + pause);
  await addAttempt(manager, id, {
    attempted,
    state: delivered ? 'DELIVERED' : next ? 'WAITING' : 'FAILED',
    nextAt: next,
  });
}

/** One line more of the log, and where the delivery stands with it. What was given up meanwhile stays so. */
export async function addAttempt(
  manager: EntityManager,
  id: string,
  {
    attempted: { at, status, answer, milliseconds },
    state,
    nextAt,
  }: { readonly attempted: Attempted; readonly state: `${DeliveryState}`; readonly nextAt: Date | null },
): Promise<void> {
  const text = storableText(answer);
  await manager.query(
    `INSERT INTO delivery_attempt (delivery_id, number, at, status, answer, milliseconds)
     SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 FROM delivery_attempt WHERE delivery_id = $1`,
    [id, at.toISOString(), status, text, milliseconds],
  );
  await manager.query(
    `UPDATE delivery SET state = $2, tries = tries + 1, next_at = $3, receipt = $4, receipt_at = $5
     WHERE id = $1 AND state = 'WAITING'`,
    [id, state, nextAt?.toISOString() ?? null, text, at.toISOString()],
  );
}
