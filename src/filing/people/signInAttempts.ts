import type { EntityManager } from 'typeorm';
import { signInLimits } from '../../words/signInLimits.js';
import { Refusal } from '../refusal.js';
import { sha256 } from '../sha256.js';
import { nameKey } from './personName.js';

type Kind = keyof typeof signInLimits;

/** Turned away for a while. */
export class SignInLocked extends Refusal {
  constructor(readonly retryAfterSeconds: number) {
    super(
      'SIGN_IN_LOCKED',
      `登录失败次数太多，暂时锁定。请 ${Math.ceil(retryAfterSeconds / 60)} 分钟后再试；忘记密码的，请上级机关或管理员重置。`,
    );
  }
}

/**
 * Counts an attempt before it is looked at, so that guesses sent all at once are no more than guesses sent one
 * by one; `forgive` takes it back. SignInLocked when there were too many. Answers how many there were.
 */
export async function countAttempt(
  manager: EntityManager,
  kind: Kind,
  what: string,
  at: Date,
): Promise<number> {
  const { failures, milliseconds } = signInLimits[kind];
  const [counted] = await manager.query<{ count: number; since: Date }[]>(
    `INSERT INTO sign_in_attempts (key, count, since) VALUES ($1, 1, $2)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN sign_in_attempts.since <= $3 THEN 1 ELSE least(sign_in_attempts.count + 1, $4 + 1) END,
       -- The lock begins with the last failure that is let through.
       since = CASE WHEN sign_in_attempts.since <= $3 OR sign_in_attempts.count + 1 = $4 THEN $2
         ELSE sign_in_attempts.since END
     RETURNING count, since`,
    [keyOf(kind, what), at.toISOString(), new Date(at.getTime() - milliseconds).toISOString(), failures],
  );
  if (!counted) throw new Error('an attempt was not counted');
  if (counted.count <= failures) return counted.count;
  const until = new Date(counted.since).getTime() + milliseconds;
  throw new SignInLocked(Math.max(1, Math.ceil((until - at.getTime()) / 1000)));
}

/** It was no failure: the name begins anew, the address has one less. */
export async function forgiveAttempt(manager: EntityManager, name: string, address: string): Promise<void> {
  await forgetFailures(manager, name);
  await manager.query('UPDATE sign_in_attempts SET count = greatest(count - 1, 0) WHERE key = $1', [
    keyOf('address', address),
  ]);
}

export async function forgetFailures(manager: EntityManager, name: string): Promise<void> {
  await manager.query('DELETE FROM sign_in_attempts WHERE key = $1', [keyOf('name', name)]);
}

/** What counts no more goes. */
export async function forgetOldAttempts(manager: EntityManager, at: Date): Promise<void> {
  const longest = Math.max(...Object.values(signInLimits).map(({ milliseconds }) => milliseconds));
  await manager.query('DELETE FROM sign_in_attempts WHERE since < $1', [
    new Date(at.getTime() - longest).toISOString(),
  ]);
}

function keyOf(kind: Kind, what: string): string {
  return sha256(`${kind} ${kind === 'name' ? nameKey(what) : what}`);
}
