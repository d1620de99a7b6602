import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { getDistDirectory, isSandboxFrame, renderAltair } from 'altair-static';
import { Refusal } from '../../filing/refusal.js';
import { contentPolicies } from '../answers/contentPolicies.js';
import { startScript } from '../playground/startScript.js';

/** Altair, from the package and from nowhere else. The page is open; it asks for the token itself. */
export function playgroundRoutes(server: FastifyInstance): void {
  const folder = getDistDirectory();
  const page = renderAltair({ baseURL: '/playground/', serveInitialOptionsInSeperateRequest: 'start.js' });
  const script = startScript();
  const assets = new Set(filesBelow(folder));

  for (const url of ['/playground', '/playground/'])
    server.get(url, async (_request, reply) => {
      void reply
        .header('Content-Security-Policy', contentPolicies.playground)
        .header('Cache-Control', 'no-cache')
        .type('text/html; charset=utf-8');
      return page;
    });

  server.get('/playground/start.js', async (_request, reply) => {
    void reply.header('Cache-Control', 'no-cache').type('text/javascript; charset=utf-8');
    return script;
  });

  server.get<{ Params: { '*': string } }>('/playground/*', (request, reply) => {
    const name = request.params['*'];
    if (!assets.has(name)) throw new Refusal('NOT_FOUND', '没有这个地址。请从 /playground 打开查询界面。');
    const policy = isSandboxFrame(name) ? contentPolicies.playgroundSandbox : contentPolicies.playground;
    if (isSandboxFrame(name)) void reply.removeHeader('X-Frame-Options');
    void reply.header('Content-Security-Policy', policy);
    return reply.sendFile(name, folder);
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'index.html')
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
