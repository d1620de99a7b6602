import type { EntityManager } from 'typeorm';
import type { Actor, Person } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { Refusal } from '../refusal.js';
import { officesOf } from './accounts.js';
import { personEvent } from './peopleEvents.js';

/** From now on the session acts for another office of the person. OFFICE_UNKNOWN. */
export async function chooseOffice(
  manager: EntityManager,
  actor: Actor & { readonly person: Person },
  asked: string,
  at = new Date(),
): Promise<void> {
  const { accountId, account, sessionId } = actor.person;
  const offices = await officesOf(manager, [accountId]);
  const office = offices.find(({ id }) => id === asked);
  if (!office)
    throw new Refusal('OFFICE_UNKNOWN', '您没有这个任职机关，或任职已被更改。请从任职机关中选一个。', [
      'office',
    ]);
  await manager.query('UPDATE session SET office_id = $2 WHERE id = $1', [sessionId, office.id]);
  await appendAudit(manager, { ...actor, role: office.role }, at, [
    personEvent('OFFICE_CHOSEN', office, { account, role: office.role, agency: office.code }),
  ]);
}
