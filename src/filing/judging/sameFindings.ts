import type { Finding } from '../../checks/check.js';

/** Whether two checks of a report found the same, each in the same words and the same order. */
export function areSameFindings(some: readonly Finding[], others: readonly Finding[]): boolean {
  return isSame(some, others);
}

/** As they come back from the database: members in any order, those that are undefined left out. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  for (const name of Object.keys(one)) if (!isSame(one[name], other[name])) return false;
  return Object.keys(other).every((name) => other[name] === undefined || one[name] !== undefined);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
