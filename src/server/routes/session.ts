import { inTransaction } from '../../database/inTransaction.js';
import type { FastifyInstance } from 'fastify';
import { changePassword } from '../../filing/people/changePassword.js';
import { chooseOffice } from '../../filing/people/chooseOffice.js';
import { signIn } from '../../filing/people/signIn.js';
import { signOut } from '../../filing/people/signOut.js';
import type { Services } from '../Services.js';
import { actorOf } from '../sessions/actorOf.js';
import { textsOf } from '../sessions/requestBody.js';
import { requirePerson } from '../sessions/requirePerson.js';
import { clearSessionCookie, sessionSecretOf, setSessionCookie } from '../sessions/sessionCookie.js';

/** A name and two passwords. */
const bodyLimit = 8 * 1024;

/** Signing in and out, one's own password, and for which office one acts. */
export function sessionRoutes(server: FastifyInstance, services: Services): void {
  const { database } = services;

  server.post('/session', { bodyLimit }, async (request, reply) => {
    const credentials = textsOf(request.body, ['name', 'password']);
    // A session begun by somebody else on this machine ends: nobody goes on in a session not her own.
    await leave(request);
    const origin = { address: request.ip, requestId: request.id };
    const { secret, account, office } = await signIn(database, credentials, origin);
    setSessionCookie(request, reply, secret);
    return {
      name: account.name,
      displayName: account.displayName,
      role: office.role,
      agency: office.code,
      passwordChangeRequired: account.passwordChangeRequired,
    };
  });

  server.delete('/session', { bodyLimit }, async (request, reply) => {
    await leave(request);
    clearSessionCookie(request, reply);
    return reply.code(204).send();
  });

  server.put('/session/password', { bodyLimit }, async (request, reply) => {
    await changePassword(database, requirePerson(request), textsOf(request.body, ['old', 'new']));
    return reply.code(204).send();
  });

  server.put('/session/office', { bodyLimit }, async (request, reply) => {
    const { office } = textsOf(request.body, ['office']);
    await inTransaction(database, (manager) => chooseOffice(manager, requirePerson(request), office));
    return reply.code(204).send();
  });

  async function leave(request: Parameters<typeof actorOf>[0]): Promise<void> {
    if (!sessionSecretOf(request)) return;
    const actor = await actorOf(request, services);
    const person = actor?.person;
    if (actor && person) await inTransaction(database, (manager) => signOut(manager, { ...actor, person }));
  }
}
