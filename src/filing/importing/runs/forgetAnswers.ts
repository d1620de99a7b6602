import type { EntityManager } from 'typeorm';
import { dayMilliseconds } from '../../../season/chinaDay.js';

/** How long the answer to a request with an `Idempotency-Key` is given again: longer than anybody tries again. */
export const daysOfAnswers = 7;

/** Answers given before this moment have had their time. */
export function answersSince(now: Date): Date {
  return new Date(now.getTime() - daysOfAnswers * dayMilliseconds);
}

/** Removes the answers that have had their time. One that a repeated request is just replacing is left to it. */
export async function forgetAnswers(manager: EntityManager, now: Date): Promise<void> {
  await manager.query(
    `DELETE FROM idempotent_answer WHERE (key, actor) IN
       (SELECT key, actor FROM idempotent_answer WHERE at < $1 FOR UPDATE SKIP LOCKED)`,
    [answersSince(now).toISOString()],
  );
}
