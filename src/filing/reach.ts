import type { Agency } from '../../entities/Agency.js';
import type { Actor, Scope } from './actor.js';
import { Refusal } from './refusal.js';

/** Whether an agency is one of those the scope opens: what is outside is as if it did not exist. */
export function isInScope(scope: Scope | null, { path }: Pick<Agency, 'path'>): boolean {
  return scope === null || path.startsWith(scope.path);
}

/** Refuses what the actor may see but not touch: OWN and BELOW are less than the scope. */
export function requireReach(
  { scope, reach, name }: Actor,
  agency: Pick<Agency, 'id' | 'name' | 'path'>,
): void {
  if (scope === null) return;
  const isOwn = agency.id === scope.agencyId;
  if (reach === 'WITHIN' || isOwn === (reach === 'OWN')) return;
  throw new Refusal(
    'FORBIDDEN',
    reach === 'OWN'
      ? `“${agency.name}”的报告只由它自己填报和更正，令牌“${name}”不是它的。需要改动时请退回，或提出修改建议。`
      : `“${agency.name}”的报告由它的上级审核，不能由令牌“${name}”办理。`,
    ['report'],
  );
}
