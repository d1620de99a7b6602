import { randomUUID } from 'node:crypto';

/** What a proxy or a client may name a request; anything else could forge lines of a log. */
const wellFormed = /^[\w.:-]{1,64}$/;

/** The number of a request in answers, log and audit trail: the one it came with, if it can be one. */
export function requestIdOf(given: string | string[] | undefined): string {
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
}
