import type { EntityManager } from 'typeorm';
import { dayMilliseconds } from '../../season/chinaDay.js';

/** How long the log tells what was delivered: over a whole season and into the next. */
export const daysOfDeliveries = 400;

const atOnce = 1000;

/**
 * Removes from the log what has had its time. What is still to be delivered stays, and so does the last change that
 * stands in a folder: the next drop goes on from there.
 */
export async function forgetDeliveries(manager: EntityManager, now: Date): Promise<void> {
  const before = new Date(now.getTime() - daysOfDeliveries * dayMilliseconds).toISOString();
  for (;;) {
    const gone = await manager.query<{ id: string }[]>(
      `SELECT id FROM delivery WHERE created_at < $1 AND state <> 'WAITING'
         AND (channel <> 'DROP' OR position < (SELECT max(position) FROM delivery AS later
           WHERE later.channel = 'DROP' AND later.target = delivery.target))
       ORDER BY created_at LIMIT ${atOnce}`,
      [before],
    );
    const ids = gone.map(({ id }) => id);
    if (ids.length === 0) return;
    await manager.transaction(async (inner) => {
      await inner.query('DELETE FROM delivery_attempt WHERE delivery_id = ANY($1::uuid[])', [ids]);
      await inner.query('DELETE FROM delivery WHERE id = ANY($1::uuid[])', [ids]);
    });
  }
}
