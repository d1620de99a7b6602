import type { FastifyBaseLogger } from 'fastify';
import type { DataSource, EntityManager } from 'typeorm';
import { forgetDeliveries } from '../filing/deliveries/forgetDeliveries.js';
import { forgetAnswers } from '../filing/importing/runs/forgetAnswers.js';

const hour = 3_600_000;

/** What is kept only for a time goes when the service starts and every hour, until the answer is called. */
export async function forgetHourly(
  database: DataSource,
  log: FastifyBaseLogger,
): Promise<() => Promise<void>> {
  await forget(database.manager);
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = forget(database.manager).catch((error: unknown) =>
      log.error(error, 'what has had its time was not removed; tried again in an hour'),
    );
  }, hour).unref();
  return () => {
    clearInterval(timer);
    return last;
  };
}

async function forget(manager: EntityManager): Promise<void> {
  await forgetAnswers(manager, new Date());
  await forgetDeliveries(manager, new Date());
}
