import { Refusal } from './refusal.js';

const longestReason = 500;

/** Why a number was changed is part of the record. */
export function checkReason(reason: string): Refusal[] {
  const length = reason.trim().length;
  if (length > 0 && length <= longestReason) return [];
  return [new Refusal('REASON_REQUIRED', `请写明理由（不超过 ${longestReason} 字）。`, ['reason'])];
}
