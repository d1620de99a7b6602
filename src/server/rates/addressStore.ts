import type { FastifyRateLimitStore } from '@fastify/rate-limit';
import type { RequestCounts } from './RequestCounts.js';

/** The store with which @fastify/rate-limit counts addresses beside tokens and accounts. */
export function addressStore(counts: RequestCounts): new () => FastifyRateLimitStore {
  return class implements FastifyRateLimitStore {
    incr(
      address: string,
      counted: (error: Error | null, result?: { current: number; ttl: number }) => void,
    ): void {
      counted(null, counts.count(`address ${address}`));
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
