import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../filing/refusal.js';
import { isReading } from './isReading.js';
import { sessionSecretOf } from './sessionCookie.js';

/** Where a form may be sent to; everything else takes JSON, which no page of another site can send. */
const formRoutes: ReadonlySet<string | undefined> = new Set(['/imports', '/ledgers']);

/**
 * A request that carries the cookie and changes something comes from a page of this host: CROSS_SITE for any
 * other. Signing in from a page of another host is refused too, with the cookie or without.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (isReading(request)) return;
  const carriesCookie = sessionSecretOf(request) !== undefined;
  const { origin } = request.headers;
  const isSignIn = request.routeOptions.url === '/session';
  if (!carriesCookie && !(isSignIn && origin !== undefined)) return;
  if (origin === undefined || hostOf(origin) !== request.host)
    throw new Refusal(
      'CROSS_SITE',
      '这个请求不是从本系统的网页发出的，没有办理。请从本系统的网页办理；经反向代理的，请转发原来的 Host。',
    );
  if (carriesCookie && !hasAllowedBody(request))
    throw new Refusal('CROSS_SITE', '登录之后，请求的内容必须是 application/json，或上传表格的表单。');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function hasAllowedBody({ headers, routeOptions }: FastifyRequest): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type === undefined) return (headers['content-length'] ?? '0') === '0' && !headers['transfer-encoding'];
  if (type === 'application/json') return true;
  return type === 'multipart/form-data' && formRoutes.has(routeOptions.url);
}
