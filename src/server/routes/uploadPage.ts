import { existsSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../filing/refusal.js';
import { contentPolicies } from '../answers/contentPolicies.js';

const kinds = new Set(['.js', '.css', '.svg', '.png', '.ico', '.json']);

/** The upload page and what lies beside it. Open: it holds no data and asks for the token itself. */
export function uploadPageRoutes(server: FastifyInstance, { folder }: { folder: string }): void {
  const assets = new Set(
    existsSync(folder) ? readdirSync(folder).filter((name) => kinds.has(extname(name))) : [],
  );

  server.get('/', (_request, reply) => {
    if (!existsSync(`${folder}/index.html`))
      throw new Refusal('NOT_FOUND', '上传页面还没有生成。请先运行 npm run build。');
    void reply.header('Content-Security-Policy', contentPolicies.upload);
    return reply.sendFile('index.html', folder);
  });

  server.get<{ Params: { asset: string } }>('/:asset', (request, reply) => {
    const { asset } = request.params;
    if (!assets.has(asset)) throw new Refusal('NOT_FOUND', '没有这个地址。');
    void reply.header('Content-Security-Policy', contentPolicies.upload);
    return reply.sendFile(asset, folder);
  });
}
