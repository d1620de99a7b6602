import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Actor } from '../access/actor.js';
import { Refusal } from '../refusal.js';
import { changeAgency } from './changeAgencies.js';

export interface AgencyToMerge {
  readonly code: string;
  /** The code of the agency that goes on. */
  readonly into: string;
  /** Its last day. */
  readonly validTo: string;
  readonly reason: string;
}

/** Ends an agency with a day and says which one goes on; what it filed stays its own. */
export async function mergeAgency(
  manager: EntityManager,
  actor: Actor,
  { code, into, validTo, reason }: AgencyToMerge,
): Promise<Agency> {
  try {
    return await changeAgency(manager, actor, { code, changes: { validTo }, successor: into, reason });
  } catch (error) {
    throw error instanceof Refusal ? error.moved(argumentOf) : error;
  }
}

/** `validTo` is an argument of its own here. */
function argumentOf({ path }: Refusal): readonly string[] {
  const [argument, ...fields] = path;
  return argument === 'input' ? fields : path;
}
