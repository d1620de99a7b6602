import type { Agency } from '../../../entities/agencies/Agency.js';
import { actorWords, type Actor, type Scope } from './actor.js';
import { Refusal } from '../refusal.js';

/** Whether an agency is one of those the scope opens: what is outside is as if it did not exist. */
export function isInScope(scope: Scope | null, { path }: Pick<Agency, 'path'>): boolean {
  return scope === null || path.startsWith(scope.path);
}

/** A report as far as the scope opens it: null when it is of another agency, as if there were none. */
export function visible<Report extends { readonly agency: Pick<Agency, 'path'> }>(
  { scope }: Pick<Actor, 'scope'>,
  report: Report | null,
): Report | null {
  return report && isInScope(scope, report.agency) ? report : null;
}

/** Refuses what the actor may see but not touch: OWN and BELOW are less than the scope. */
export function requireReach(actor: Actor, agency: Pick<Agency, 'id' | 'name'>): void {
  const refusal = reachRefusal(actor, agency);
  if (refusal) throw refusal;
}

/** Why the actor may not touch an agency of its scope; undefined when it may. */
export function reachRefusal(actor: Actor, agency: Pick<Agency, 'id' | 'name'>): Refusal | undefined {
  const { scope, reach } = actor;
  if (scope === null) return undefined;
  const isOwn = agency.id === scope.agencyId;
  if (reach === 'WITHIN' || isOwn === (reach === 'OWN')) return undefined;
  return new Refusal(
    'FORBIDDEN',
    reach === 'OWN'
      ? `“${agency.name}”的报告只由它自己填报和更正，${actorWords(actor)}不是它的。需要改动时请退回，或提出修改建议。`
      : `“${agency.name}”的报告由它的上级审核，不能由${actorWords(actor)}办理。`,
    ['report'],
  );
}
