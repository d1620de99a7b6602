import type { FastifyBaseLogger } from 'fastify';
import type { DataSource } from 'typeorm';
import { forgetAnswers } from '../filing/importing/runs/forgetAnswers.js';

const hour = 3_600_000;

/** What is kept only for a time goes when the service starts and every hour, until the answer is called. */
export async function forgetHourly(
  database: DataSource,
  log: FastifyBaseLogger,
): Promise<() => Promise<void>> {
  await forgetAnswers(database.manager, new Date());
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = forgetAnswers(database.manager, new Date()).catch((error: unknown) =>
      log.error(error, 'answers that have had their time were not removed; tried again in an hour'),
    );
  }, hour).unref();
  return () => {
    clearInterval(timer);
    return last;
  };
}
