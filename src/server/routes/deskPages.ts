import { existsSync, readdirSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../filing/refusal.js';
import { contentPolicies } from '../answers/contentPolicies.js';

/** Where the desk has pages; the addresses beside them under /reports are files, which ask for a right. */
export const deskAddresses = [
  '/',
  '/sign-in',
  '/upload',
  '/reports',
  '/reports/:agency/:year(^\\d{4}$)',
  '/ledger',
  '/season',
  '/season/:agency/:year(^\\d{4}$)',
  '/waivers',
  '/rollup',
  '/rollup/:agency/:year(^\\d{4}$)',
  '/requests',
  '/requests/:agency/:year(^\\d{4}$)',
  '/agencies',
  '/people',
  '/requirements',
  '/deliveries',
  '/audit',
] as const;

/** Whether somebody's browser goes to an address: what answers is read by a person, not by a program. */
function isVisit({ method, url, headers }: FastifyRequest): boolean {
  const accepted = headers.accept ?? '';
  return method === 'GET' && accepted.includes('text/html') && !url.startsWith('/api/');
}

/** The pages people work with and what lies beside them. Open: they hold no data and ask to sign in themselves. */
export function deskPages(
  server: FastifyInstance,
  { folder, methodsAt }: { folder: string; methodsAt: (url: string) => readonly string[] },
): void {
  const assets = new Set(existsSync(`${folder}/assets`) ? readdirSync(`${folder}/assets`) : []);
  const send = (reply: FastifyReply, name: string, caching: string) => {
    void reply.header('Content-Security-Policy', contentPolicies.desk).header('Cache-Control', caching);
    return reply.sendFile(name, folder, { cacheControl: false });
  };

  // A wrong address typed by hand leads to a page that says so, with the way back.
  server.setNotFoundHandler((request, reply) => {
    const methods = methodsAt(request.url);
    if (methods.length > 0) void reply.header('Allow', methods.join(', '));
    void reply.code(methods.length > 0 ? 405 : 404);
    if (isVisit(request) && existsSync(`${folder}/index.html`)) return send(reply, 'index.html', 'no-cache');
    if (methods.length === 0) return { code: 'NOT_FOUND', message: '没有这个地址。', requestId: request.id };
    const message = `不接受 ${request.method}：这个地址只接受 ${methods.join('、')}。`;
    return { code: 'METHOD_NOT_ALLOWED', message, requestId: request.id };
  });

  for (const address of deskAddresses)
    server.get(address, (_request, reply) => {
      if (!existsSync(`${folder}/index.html`))
        throw new Refusal('NOT_FOUND', '页面还没有生成。请先运行 npm run build。');
      return send(reply, 'index.html', 'no-cache');
    });

  server.get('/favicon.svg', (_request, reply) => send(reply, 'favicon.svg', 'no-cache'));

  server.get<{ Params: { asset: string } }>('/assets/:asset', (request, reply) => {
    const { asset } = request.params;
    if (!assets.has(asset)) throw new Refusal('NOT_FOUND', '没有这个地址。请刷新页面。');
    // The name holds a digest of the content.
    return send(reply, `assets/${asset}`, 'public, max-age=31536000, immutable');
  });
}
