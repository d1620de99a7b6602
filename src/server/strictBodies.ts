import type { FastifyInstance } from 'fastify';
import { Refusal } from '../filing/refusal.js';
import { shortened } from '../text/shortened.js';

const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i;

/**
 * What comes is UTF-8 and says no other charset: bytes of another would be stored for ever as marks of
 * replacement, and answered as if all were well.
 */
export function strictBodies(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ headers }) => {
    const [, named] = charset.exec(headers['content-type'] ?? '') ?? [];
    if (named !== undefined && !/^utf-?8$/i.test(named))
      throw new Refusal('INVALID_REQUEST', `请求的内容应为 UTF-8，不接受 charset=${shortened(named, 30)}。`);
  });
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const text = strictText(body);
    if (text === null)
      done(new Refusal('INVALID_REQUEST', '请求的内容不是 UTF-8。请用 UTF-8 编码后重新发送。'));
    else void parse(request, text, done);
  });
}

/** null for what is no UTF-8. */
function strictText(body: string | Buffer): string | null {
  if (typeof body === 'string') return body;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
