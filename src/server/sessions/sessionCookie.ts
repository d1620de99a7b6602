import type { FastifyReply, FastifyRequest } from 'fastify';

/** Holds who is signed in. Scripts cannot read it, other sites cannot send it. */
export const sessionCookie = 'nianbao_session';

/** What the cookie of a request holds; undefined when it carries none, '' when it cannot be one of ours. */
export function sessionSecretOf({ cookies }: FastifyRequest): string | undefined {
  const secret = cookies[sessionCookie];
  if (secret === undefined) return undefined;
  return /^[\w-]{43}$/.test(secret) ? secret : '';
}

/** Secure whenever the request came by TLS; offices whose server speaks plain http could not sign in else. */
export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  void reply.setCookie(sessionCookie, secret, { ...attributes, secure: request.protocol === 'https' });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, { ...attributes, secure: request.protocol === 'https' });
}

const attributes = { path: '/', httpOnly: true, sameSite: 'strict' } as const;
