import type { EntityManager } from 'typeorm';
import { Agency } from '../../../entities/Agency.js';
import type { Actor } from '../actor.js';
import { agencyInReach, agencyInScope } from '../agencyInScope.js';
import { appendAudit } from '../appendAudit.js';
import { loadAgency } from '../listAgencies.js';
import { checkReason } from '../openReport.js';
import { Refusal, refuseAny } from '../refusal.js';
import { dayInChina } from '../../season/deadline.js';
import { cleanedFields, fieldNames, fieldRefusals, fieldsOf, type AgencyFields } from './agencyFields.js';

export interface AgencyToChange {
  readonly code: string;
  /** What is left out stays as it is. */
  readonly changes: Partial<AgencyFields>;
  /** The code of the agency it was merged into. */
  readonly successor?: string | null;
  readonly reason: string;
}

/** What a report is judged against. */
const judgedFields = [
  'name',
  'kind',
  'makesRules',
  'consolidates',
  'parent',
  'validFrom',
  'validTo',
] as const;

/**
 * Changes what is said of an agency. A new name keeps the old one as an alias, so that older files are still
 * recognised; a move takes everything below along.
 */
export async function changeAgency(
  manager: EntityManager,
  actor: Actor,
  { code, changes, successor, reason }: AgencyToChange,
  at = new Date(),
): Promise<Agency> {
  // One change of the tree after another: two moves at once could make a circle.
  await manager.query('LOCK TABLE agency IN SHARE ROW EXCLUSIVE MODE');
  const agency = await agencyInReach(manager, actor, code);
  const parent = await parentOf(manager, agency);
  const before = fieldsOf(agency, parent?.code ?? null);
  const after = withOldName(cleanedFields({ ...before, ...changes }), before);
  refuseAny([...checkReason(reason), ...fieldRefusals(after)]);
  const newParent =
    after.parent === before.parent
      ? parent
      : after.parent === null
        ? null
        : await agencyInScope(manager, actor, after.parent);
  const into = successor == null ? null : await agencyInScope(manager, actor, successor);
  requireNoCircle(agency, newParent);
  if (actor.scope && after.parent !== before.parent && newParent === null)
    throw new Refusal('FORBIDDEN', `令牌“${actor.name}”不能把机关移出“${actor.scope.code}”。`, [
      'input',
      'parent',
    ]);
  const changed = changedFields(before, after);
  const successorId = successor === undefined ? agency.successorId : (into?.id ?? null);
  if (changed.length === 0 && successorId === agency.successorId)
    throw new Refusal('NOTHING_CHANGED', '与现在登记的相同，没有任何改动。', ['input']);
  const { parent: _code, aliases, ...fields } = after;
  const formerNames =
    after.name === before.name
      ? agency.formerNames
      : [...agency.formerNames, { name: before.name, until: dayInChina(at) }];
  await manager.update(
    Agency,
    { id: agency.id },
    { ...fields, aliases: [...aliases], formerNames, successorId },
  );
  if (after.parent !== before.parent) await moveSubtree(manager, agency, newParent);
  if (changed.some((field) => judgedFields.some((judged) => judged === field)))
    await markStale(manager, [agency.id, parent?.id, newParent?.id]);
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
        ...Object.fromEntries(
          changed.flatMap((field) => [
            [`${field}Before`, shown(before[field])],
            [`${field}After`, shown(after[field])],
          ]),
        ),
        ...(successorId !== agency.successorId && { successor: into?.code ?? null }),
      },
    },
  ]);
  const stored = await loadAgency(manager, code);
  if (!stored) throw new Error('an agency that was just changed is gone');
  return stored;
}

function withOldName(after: AgencyFields, before: AgencyFields): AgencyFields {
  if (after.name === before.name) return after;
  return {
    ...after,
    aliases: [...new Set([...after.aliases.filter((alias) => alias !== after.name), before.name])],
  };
}

function changedFields(before: AgencyFields, after: AgencyFields): (keyof AgencyFields)[] {
  return fieldNames.filter((field) => shown(before[field]) !== shown(after[field]));
}

function shown(value: AgencyFields[keyof AgencyFields]): string | boolean | null {
  return typeof value === 'object' && value !== null ? value.join('、') : value;
}

async function parentOf(manager: EntityManager, { parentId }: Agency): Promise<Agency | null> {
  return parentId === null ? null : manager.findOneBy(Agency, { id: parentId });
}

function requireNoCircle(agency: Agency, parent: Agency | null): void {
  if (parent?.path.startsWith(agency.path))
    throw new Refusal('AGENCY_CYCLE', `“${parent.name}”在“${agency.name}”之下，不能作它的上级。`, [
      'input',
      'parent',
    ]);
}

/** An agency with everything below it, in one statement. */
async function moveSubtree(manager: EntityManager, agency: Agency, parent: Agency | null): Promise<void> {
  await manager.query('UPDATE agency SET parent_id = $2 WHERE id = $1', [agency.id, parent?.id ?? null]);
  await manager.query(
    `UPDATE agency SET path = $2::text || substr(path, length($1::text) + 1), depth = depth + $3::int
     WHERE starts_with(path, $1::text)`,
    [agency.path, `${parent?.path ?? '/'}${agency.id}/`, (parent?.depth ?? 0) + 1 - agency.depth],
  );
}

/** The reports of these agencies were judged against what has changed. */
async function markStale(manager: EntityManager, ids: readonly (string | undefined)[]): Promise<void> {
  await manager.query('UPDATE report SET stale = true WHERE agency_id = ANY($1::uuid[]) AND NOT stale', [
    ids.filter((id) => id !== undefined),
  ]);
}
