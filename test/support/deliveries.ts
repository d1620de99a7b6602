import type { DataSource } from 'typeorm';
import { listDeliveries } from '../../src/filing/deliveries/listDeliveries.js';
import { queueDeliveries } from '../../src/filing/deliveries/queueDeliveries.js';
import { registerWebhook } from '../../src/filing/deliveries/webhooks.js';
import { actorNamed } from './actors.js';

/** A webhook that is told of an agency and what is below it; its id. Nobody listens there. */
export async function hookBelow(database: DataSource, under: string): Promise<string> {
  const request = { url: 'http://127.0.0.1:9/', kinds: null, under };
  const { webhook } = await database.transaction((manager) =>
    registerWebhook(manager, actorNamed('测试'), { webhook: request, allowed: [request.url] }),
  );
  return webhook.id;
}

/** A delivery to such a webhook that waits to be sent; its id. */
export async function deliveryBelow(database: DataSource, under: string): Promise<string> {
  const webhook = await hookBelow(database, under);
  await database.query('UPDATE webhook SET position = 0 WHERE id = $1', [webhook]);
  await queueDeliveries(database.manager, new Date());
  const { items } = await listDeliveries(database.manager, actorNamed('测试'), {
    first: 1,
    filter: { webhook },
  });
  const [queued] = items;
  if (!queued) throw new Error('nothing was queued');
  return queued.item.id;
}
