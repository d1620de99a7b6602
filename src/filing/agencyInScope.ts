import type { EntityManager } from 'typeorm';
import type { Agency } from '../../entities/Agency.js';
import type { Actor } from './actor.js';
import { loadAgency } from './listAgencies.js';
import { isInScope } from './reach.js';
import { Refusal } from './refusal.js';

/** An agency the actor may know of; AGENCY_UNKNOWN for any other, whether it exists or not. */
export async function agencyInScope(manager: EntityManager, { scope }: Actor, code: string): Promise<Agency> {
  const agency = await loadAgency(manager, code);
  if (agency && isInScope(scope, agency)) return agency;
  throw new Refusal('AGENCY_UNKNOWN', `没有登记“${code}”。请核对机关代码。`, ['agency']);
}
