import { databaseTrouble } from '../databaseTrouble.js';

/** A standby ends a statement that stands in the way of what it has to replay. */
const inTheWay: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** Whether a statement failed for what the standby is, not for what was asked: the primary answers it. */
export function isLostStatement(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && inTheWay.has(error.code)) return true;
  const trouble = databaseTrouble(error);
  if (trouble === null) return false;
  // One that took too long would take as long there.
  const tookTooLong = 'code' in error && error.code === '57014';
  return !tookTooLong;
}
