import type { EntityManager } from 'typeorm';
import { Agency } from '../../../entities/agencies/Agency.js';
import { dayInChina } from '../../season/chinaDay.js';
import { actorWords, type Actor } from '../access/actor.js';
import { agencyInReach, agencyInScope } from './agencyInScope.js';
import { appendAudit } from '../audit/appendAudit.js';
import { loadAgency } from './listAgencies.js';
import { checkReason } from '../reason.js';
import { isInScope } from '../access/reach.js';
import { Refusal, refuseAny } from '../refusal.js';
import { changeDetails, changedFields, withOldName } from './agencyChanges.js';
import { cleanedFields, fieldRefusals, fieldsOf, type AgencyFields } from './agencyFields.js';
import { located } from './located.js';
import { loadAgenciesById } from './loadAgencies.js';
import { lockTree } from './lockTree.js';
import { markConsolidatedStale, markStale } from './markStale.js';
import { moveSubtree } from './moveSubtree.js';
import { requireLaterSuccessor } from './requireLaterSuccessor.js';

export interface AgencyToChange {
  readonly code: string;
  /** What is left out stays as it is. */
  readonly changes: Partial<AgencyFields>;
  /** The code of the agency it was merged into; null: into none. */
  readonly successor?: string | null;
  readonly reason: string;
}

/** What a report is judged against. */
const judgedFields: ReadonlySet<keyof AgencyFields> = new Set([
  'name',
  'kind',
  'makesRules',
  'consolidates',
  'parent',
  'validFrom',
  'validTo',
]);

/**
 * Changes what is said of an agency. A new name keeps the old one as an alias, so that older files are still
 * recognised; a move takes everything below along. Refusals are located in `code`, `input`, `into` or `reason`.
 */
export async function changeAgency(
  manager: EntityManager,
  actor: Actor,
  { code, changes, successor, reason }: AgencyToChange,
  at = new Date(),
): Promise<Agency> {
  await lockTree(manager);
  const agency = await located(['code'], agencyInReach(manager, actor, code));
  const [parent, successorBefore] = await relatives(manager, agency);
  const shownParent = parent && isInScope(actor.scope, parent) ? parent : null;
  const before = fieldsOf(agency, shownParent?.code ?? null);
  const after = withOldName(cleanedFields({ ...before, ...changes }), before);
  refuseAny([
    ...fieldRefusals(after).map((refusal) => refusal.at(['input', ...refusal.path])),
    ...checkReason(reason),
  ]);
  const newParent = after.parent === before.parent ? parent : await parentNamed(manager, actor, after.parent);
  const successorAfter =
    successor === undefined ? successorBefore : await successorNamed(manager, actor, agency, successor);
  const changed = changedFields(before, after);
  const isMerged = successorAfter?.id !== successorBefore?.id;
  if (changed.length === 0 && !isMerged)
    throw new Refusal('NOTHING_CHANGED', '与现在登记的相同，没有任何改动。', ['input']);
  if (newParent?.id !== parent?.id) await moveSubtree(manager, agency, newParent);
  await storeFields(manager, agency, after, successorAfter?.id ?? null, at);
  if (changed.some((field) => judgedFields.has(field))) {
    await markStale(manager, [agency.id]);
    await markConsolidatedStale(manager, [parent, newParent]);
  }
  await appendAudit(manager, actor, at, [
    {
      chain: agency.id,
      action: 'AGENCY_CHANGED',
      reason: reason.trim(),
      agencyId: agency.id,
      reportId: null,
      version: null,
      changes: [],
      details: {
        ...changeDetails(changed, before, after),
        ...(isMerged && {
          successorBefore: successorBefore?.code ?? null,
          successorAfter: successorAfter?.code ?? null,
        }),
      },
    },
  ]);
  const stored = await loadAgency(manager, agency.code);
  if (!stored) throw new Error('an agency that was just changed is gone');
  return stored;
}

/** The agency above, and the one it was merged into. */
async function relatives(
  manager: EntityManager,
  { parentId, successorId }: Agency,
): Promise<[parent: Agency | null, successor: Agency | null]> {
  const found = await loadAgenciesById(
    manager,
    [parentId, successorId].filter((id) => id !== null),
  );
  const withId = (id: string | null) => found.find((agency) => agency.id === id) ?? null;
  return [withId(parentId), withId(successorId)];
}

async function parentNamed(
  manager: EntityManager,
  actor: Actor,
  code: string | null,
): Promise<Agency | null> {
  if (code !== null) return located(['input', 'parent'], agencyInScope(manager, actor, code));
  if (actor.scope === null) return null;
  throw new Refusal('FORBIDDEN', `${actorWords(actor)}不能把机关移出“${actor.scope.code}”。`, [
    'input',
    'parent',
  ]);
}

async function successorNamed(
  manager: EntityManager,
  actor: Actor,
  agency: Agency,
  code: string | null,
): Promise<Agency | null> {
  if (code === null) return null;
  const into = await located(['into'], agencyInScope(manager, actor, code));
  await requireLaterSuccessor(manager, agency, into);
  return into;
}

async function storeFields(
  manager: EntityManager,
  agency: Agency,
  { parent: _parent, aliases, ...fields }: AgencyFields,
  successorId: string | null,
  at: Date,
): Promise<void> {
  const formerNames =
    fields.name === agency.name
      ? agency.formerNames
      : [...agency.formerNames, { name: agency.name, until: dayInChina(at) }];
  await manager.update(
    Agency,
    { id: agency.id },
    { ...fields, aliases: [...aliases], formerNames, successorId },
  );
}
