import type { FastifyRequest } from 'fastify';

/** HEAD is GET without the content. */
export function isReading({ method }: Pick<FastifyRequest, 'method'>): boolean {
  return method === 'GET' || method === 'HEAD';
}
