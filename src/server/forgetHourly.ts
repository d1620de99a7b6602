import type { FastifyBaseLogger } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { forgetDeliveries } from '../filing/deliveries/forgetDeliveries.js';
import { forgetAnswers } from '../filing/importing/runs/forgetAnswers.js';
import { repeatedly } from './repeatedly.js';

const hour = 3_600_000;

/** What is kept only for a time goes when the service starts and every hour, until the answer is called. */
export async function forgetHourly(
  database: DataSource,
  log: FastifyBaseLogger,
): Promise<() => Promise<void>> {
  await forget(database.manager);
  return repeatedly(
    hour,
    () => forget(database.manager),
    (error) => log.error(error, 'what has had its time was not removed; tried again in an hour'),
  );
}

async function forget(manager: EntityManager): Promise<void> {
  await forgetAnswers(manager, new Date());
  await forgetDeliveries(manager, new Date());
}
