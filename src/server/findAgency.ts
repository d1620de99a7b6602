import type { EntityManager } from 'typeorm';
import type { Agency } from '../../entities/agencies/Agency.js';
import type { Actor } from '../filing/access/actor.js';
import { Refusal } from '../filing/refusal.js';
import { resolveAgencies } from '../filing/agencies/resolveAgency.js';

/** The agency in the scope of the actor that a code, name or alias means. */
export async function findAgency(manager: EntityManager, actor: Actor, asked: string): Promise<Agency> {
  const [resolved] = await resolveAgencies(manager, actor, [{ asked, printed: null }]);
  if (resolved && 'agency' in resolved) return resolved.agency;
  throw new Refusal(
    resolved?.problem.code ?? 'AGENCY_UNKNOWN',
    resolved?.problem.message ?? `没有登记“${asked}”。`,
    ['agency'],
  );
}
