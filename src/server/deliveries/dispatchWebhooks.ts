import type { FastifyBaseLogger } from 'fastify';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../../database/inTransaction.js';
import { keepAttempt, retryPauses, takeDue } from '../../filing/deliveries/attempts.js';
import { queueDeliveries } from '../../filing/deliveries/queueDeliveries.js';
import { sendWebhook } from './sendWebhook.js';

export interface WebhookSettings {
  /** Addresses below which webhooks may be; without any nothing is sent. */
  readonly targets: readonly string[];
  /** Milliseconds after each try that failed. */
  readonly pauses?: readonly number[];
  /** Milliseconds between looking for something new. */
  readonly every?: number;
}

/** Tells receivers of what is new, again and again until the answer is called, which waits for what is under way. */
export function dispatchWebhooks(
  database: DataSource,
  log: FastifyBaseLogger,
  { targets, pauses = retryPauses, every = 1000 }: WebhookSettings,
): () => Promise<void> {
  if (targets.length === 0) return async () => undefined;
  const closing = new AbortController();
  let wake = () => {};
  const running = run();
  return async () => {
    closing.abort();
    wake();
    await running;
  };

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      let sent = 0;
      try {
        sent = await round();
      } catch (error) {
        log.error({ err: error }, 'webhooks could not be told; tried again');
      }
      // Behind a full round there may be more.
      if (sent === 0) await pause();
    }
  }

  async function round(): Promise<number> {
    await queueDeliveries(database.manager, new Date());
    const due = await takeDue(database.manager, new Date());
    await Promise.all(
      due.map(async (delivery) => {
        const attempted = await sendWebhook(delivery, targets, closing.signal);
        // What the end of the service cut off is not the receiver's doing: it is sent when its time is up.
        if (attempted.status === null && closing.signal.aborted) return;
        await inTransaction(database, (manager) => keepAttempt(manager, delivery.id, attempted, pauses));
      }),
    );
    return due.length;
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, every);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (closing.signal.aborted) wake();
    });
  }
}
