import type { EntityManager } from 'typeorm';
import { DeliveryState } from '../../../entities/deliveries/DeliveryState.js';
import type { Actor } from '../access/actor.js';
import { appendAudit, systemChain } from '../audit/appendAudit.js';
import { Refusal } from '../refusal.js';
import { loadDelivery, type DeliveryRecord } from './listDeliveries.js';

/**
 * Delivers something once more: a webhook is told again at once, a folder is written again with the next drop.
 * DELIVERY_UNKNOWN, also when its webhook was removed.
 */
export async function repeatDelivery(
  manager: EntityManager,
  actor: Actor,
  id: string,
  at = new Date(),
): Promise<DeliveryRecord> {
  const found = await loadDelivery(manager, actor, id);
  const asked =
    found &&
    (await manager.query<object[]>(
      `WITH asked AS (
         UPDATE delivery SET state = '${DeliveryState.WAITING}', tries = 0, next_at = $2 WHERE id = $1
           AND NOT EXISTS (SELECT FROM webhook WHERE id = delivery.webhook_id AND removed_at IS NOT NULL)
         RETURNING id)
       SELECT id FROM asked`,
      [found.id, at.toISOString()],
    ));
  if (!found || !asked || asked.length === 0)
    throw new Refusal('DELIVERY_UNKNOWN', `没有编号为“${id}”的送达，或它的通知地址已取消。`, ['id']);
  await appendAudit(manager, actor, at, [
    {
      chain: found.agency?.id ?? systemChain,
      action: 'DELIVERY_REPEATED',
      reason: null,
      agencyId: found.agency?.id ?? null,
      reportId: null,
      version: null,
      changes: [],
      details: { delivery: found.id, target: found.target, state: found.state },
    },
  ]);
  return { ...found, state: DeliveryState.WAITING, tries: 0, nextAt: at };
}
