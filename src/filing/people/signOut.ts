import type { EntityManager } from 'typeorm';
import type { Actor, Person } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { personEvent } from './peopleEvents.js';
import { endSession } from './sessions.js';

export async function signOut(
  manager: EntityManager,
  actor: Actor & { readonly person: Person },
  at = new Date(),
): Promise<void> {
  await endSession(manager, actor.person.sessionId);
  await appendAudit(manager, actor, at, [
    personEvent('SIGNED_OUT', actor.scope, { account: actor.person.account }),
  ]);
}
