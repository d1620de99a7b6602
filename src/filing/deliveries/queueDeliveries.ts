import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/**
 * One delivery for every webhook that wants to know of something new; what came meanwhile is told of with it. One
 * that still waits for its receiver gets no second: it reads the feed as soon as it is told once. Several
 * processes at once queue nothing twice.
 */
export async function queueDeliveries(manager: EntityManager, at: Date): Promise<void> {
  const open = await manager.query<{ id: string }[]>(
    `SELECT id FROM webhook WHERE removed_at IS NULL
       AND position < (SELECT coalesce(max(position), 0) FROM change)
       AND NOT EXISTS (SELECT FROM delivery WHERE webhook_id = webhook.id AND state = 'WAITING')`,
  );
  if (open.length === 0) return;
  await manager.query(
    `WITH feed AS (SELECT coalesce(max(position), 0) AS ending FROM change),
       given AS (SELECT * FROM unnest($1::uuid[], $2::uuid[]) AS given(webhook_id, delivery_id)),
       looked AS (
         UPDATE webhook SET position = feed.ending FROM feed, given,
           (SELECT id, position FROM webhook) AS before
         WHERE webhook.id = given.webhook_id AND before.id = webhook.id AND webhook.position = before.position
           AND webhook.removed_at IS NULL AND webhook.position < feed.ending
         RETURNING webhook.id, webhook.url, webhook.kinds, webhook.agency_id, before.position AS seen,
           given.delivery_id)
     INSERT INTO delivery (id, channel, webhook_id, agency_id, target, position, key, state, tries, created_at, next_at)
     SELECT looked.delivery_id, 'WEBHOOK', looked.id, looked.agency_id, looked.url, newest.position, NULL,
       'WAITING', 0, $3, $3
     FROM looked CROSS JOIN LATERAL (
       SELECT max(change.position) AS position FROM change JOIN agency ON agency.id = change.agency_id
       WHERE change.position > looked.seen AND (looked.kinds IS NULL OR change.kind = ANY(looked.kinds))
         AND (looked.agency_id IS NULL OR starts_with(agency.path,
           (SELECT path FROM agency AS above WHERE above.id = looked.agency_id)))) AS newest
     WHERE newest.position IS NOT NULL`,
    [open.map(({ id }) => id), open.map(() => randomUUID()), at.toISOString()],
  );
}
