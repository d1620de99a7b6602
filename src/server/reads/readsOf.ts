import type { FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';

/** With what a route reads that has let somebody in. */
export function readsOf({ reads }: Pick<FastifyRequest, 'reads'>): EntityManager {
  if (reads === null) throw new Error('a route reads that lets everybody in');
  return reads;
}
