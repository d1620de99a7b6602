import type { EntityManager } from 'typeorm';
import { Refusal } from '../../refusal.js';
import { storableText, toJson } from '../../storable.js';
import { answersSince } from './forgetAnswers.js';

export interface IdempotentRequest {
  /** The `Idempotency-Key`. */
  readonly key: string;
  /** SHA-256 of what is asked. */
  readonly requestHash: string;
  /** When it is asked: now, unless given. */
  readonly at?: Date;
}

/**
 * Gives the answer of the first request with this key again, until its time is over. The answer must be JSON. A
 * request that comes while the first is still being answered waits for it: the key is inserted first, in the
 * same transaction.
 */
export async function answerOnce<Answer>(
  manager: EntityManager,
  actor: string,
  request: IdempotentRequest,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const { requestHash, at = new Date() } = request;
  const key = storableText(request.key);
  const inserted = await manager.query<{ key: string }[]>(
    `INSERT INTO idempotent_answer AS kept (key, actor, request_hash, answer, at) VALUES ($1, $2, $3, 'null', $4)
     ON CONFLICT (key, actor) DO UPDATE SET request_hash = excluded.request_hash, answer = 'null', at = excluded.at
       WHERE kept.at < $5 RETURNING key`,
    [key, actor, requestHash, at.toISOString(), answersSince(at).toISOString()],
  );
  if (inserted.length === 0) {
    const [given] = await manager.query<{ requestHash: string; answer: Answer }[]>(
      'SELECT request_hash AS "requestHash", answer FROM idempotent_answer WHERE key = $1 AND actor = $2',
      [key, actor],
    );
    if (given?.requestHash !== requestHash)
      throw new Refusal('IDEMPOTENCY_MISMATCH', `Idempotency-Key“${key}”已用于不同的内容。请换一个标识。`);
    return given.answer;
  }
  const answered = await answer();
  await replaceAnswer(manager, actor, key, answered);
  return answered;
}

/** What was answered at first was only that it is being worked on: this is the answer to give again. */
export async function replaceAnswer(
  manager: EntityManager,
  actor: string,
  key: string,
  answer: unknown,
): Promise<void> {
  await manager.query('UPDATE idempotent_answer SET answer = $3::jsonb WHERE key = $1 AND actor = $2', [
    storableText(key),
    actor,
    toJson(answer),
  ]);
}
