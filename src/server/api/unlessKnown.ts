import type { FastifyReply, FastifyRequest } from 'fastify';
import { sha256 } from '../../filing/sha256.js';

/**
 * Answers 304 to whoever has it already: `facts` say all that the content depends on. It is made only when it is
 * not known.
 */
export async function unlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  facts: readonly (string | number | null)[],
  make: () => unknown,
): Promise<unknown> {
  const tag = `W/"${sha256(JSON.stringify(facts)).slice(0, 32)}"`;
  void reply.header('ETag', tag);
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim()) ?? [];
  if (known.includes(tag) || known.includes('*')) return reply.code(304).send();
  return reply.send(await make());
}
