import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Actor } from '../access/actor.js';
import { findAgencyInScope } from './listAgencies.js';
import { agencyNotFound } from '../access/agencyNotFound.js';
import { requireReach } from '../access/reach.js';
import { Refusal } from '../refusal.js';

/** An agency the actor may know of; AGENCY_UNKNOWN for any other, whether it exists or not. */
export async function agencyInScope(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  code: string,
  path: readonly string[] = ['agency'],
): Promise<Agency> {
  const agency = await findAgencyInScope(manager, actor, code);
  if (agency) return agency;
  throw new Refusal('AGENCY_UNKNOWN', `${agencyNotFound(code, actor)}请核对机关代码。`, [...path]);
}

/** An agency for which the actor may act; FORBIDDEN when it may only look at it. */
export async function agencyInReach(
  manager: EntityManager,
  actor: Actor,
  code: string,
  path?: readonly string[],
): Promise<Agency> {
  const agency = await agencyInScope(manager, actor, code, path);
  requireReach(actor, agency);
  return agency;
}
