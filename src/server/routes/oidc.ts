import { inTransaction } from '../../database/inTransaction.js';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { appendAudit } from '../../filing/audit/appendAudit.js';
import { accountOf, type Identity } from '../../filing/people/identities.js';
import { beginOidc, oidcMilliseconds, takeOidc } from '../../filing/people/oidcRequests.js';
import { personEvent } from '../../filing/people/peopleEvents.js';
import { enter } from '../../filing/people/signIn.js';
import { countAttempt } from '../../filing/people/signInAttempts.js';
import { Refusal } from '../../filing/refusal.js';
import { connectProvider } from '../oidc/connectProvider.js';
import { refusedPage } from '../oidc/refusedPage.js';
import type { Services } from '../Services.js';
import { setSessionCookie } from '../sessions/sessionCookie.js';

const oidcCookie = 'nianbao_oidc';
const path = '/session/oidc';

/** A second way in: the OpenID provider of the operator, for accounts that are bound to an identity there. */
export function oidcRoutes(server: FastifyInstance, { database, oidc }: Services): void {
  const provider = oidc && connectProvider(oidc);

  server.get('/session', async () => ({ oidc: provider !== null }));

  server.get(path, async (request, reply) => {
    const asked = requireProvider();
    const { secret, promise } = await beginOidc(database.manager);
    const address = await asked.addressFor(promise, callbackOf(request)).catch((error: unknown) => {
      request.log.error({ err: error }, 'the OpenID provider does not answer');
      throw new Refusal('IDENTITY_REFUSED', '统一身份的服务没有应答。请稍后再试，或用账号和密码登录。');
    });
    void reply.setCookie(oidcCookie, secret, cookieFor(request, oidcMilliseconds / 1000));
    return reply.redirect(address, 303);
  });

  server.get(`${path}/callback`, async (request, reply) => {
    const asked = requireProvider();
    const secret = request.cookies[oidcCookie];
    void reply.clearCookie(oidcCookie, cookieFor(request));
    const promise = secret ? await takeOidc(database.manager, secret) : null;
    if (!promise) return refuse(request, reply, '登录已中断或超过了十分钟。请从登录页重新开始。');
    const returned = new URL(callbackOf(request));
    returned.search = new URL(request.url, returned).search;
    const identity = await asked.identityOf(promise, returned).catch((error: unknown) => {
      request.log.warn({ err: error }, 'the OpenID provider did not say who it is');
      return null;
    });
    if (!identity) return refuse(request, reply, '统一身份没有确认您是谁。请重新登录。');
    const account = await accountOf(database.manager, identity);
    if (!account)
      return refuse(
        request,
        reply,
        '这个统一身份没有绑定账号，或账号已停用。请把下面两行交给管理员绑定。',
        identity,
      );
    const origin = { address: request.ip, requestId: request.id };
    const signedIn = await inTransaction(database, (manager) =>
      enter(manager, account, { origin, at: new Date(), means: 'oidc' }),
    );
    setSessionCookie(request, reply, signedIn.secret);
    return reply.redirect('/', 303);
  });

  function requireProvider() {
    if (provider) return provider;
    throw new Refusal('NOT_FOUND', '没有设置统一身份登录。请用账号和密码登录。');
  }

  function callbackOf({ protocol, host }: FastifyRequest): string {
    return oidc?.callback ?? `${protocol}://${host}${path}/callback`;
  }

  /** A page, for it is a browser that comes back; with its trace, as any sign-in that failed. */
  async function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    message: string,
    identity: Identity | null = null,
  ): Promise<FastifyReply> {
    const at = new Date();
    await countAttempt(database.manager, 'address', request.ip, at);
    const actor = { name: '未登录', role: null, address: request.ip, requestId: request.id };
    await inTransaction(database, (manager) =>
      appendAudit(manager, actor, at, [
        personEvent('SIGN_IN_FAILED', null, {
          account: null,
          means: 'oidc',
          subject: identity?.subject ?? null,
        }),
      ]),
    );
    return reply.code(401).type('text/html; charset=utf-8').send(refusedPage(message, identity));
  }
}

/** The provider sends the browser back from another site: Lax, for that one address. */
function cookieFor({ protocol }: FastifyRequest, maxAge?: number) {
  const attributes = { path, httpOnly: true, sameSite: 'lax', secure: protocol === 'https' } as const;
  return maxAge === undefined ? attributes : { ...attributes, maxAge };
}
