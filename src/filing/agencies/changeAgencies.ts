import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { dayInChina } from '../../season/chinaDay.js';
import { actorWords, type Actor } from '../access/actor.js';
import { isInScope, reachRefusal } from '../access/reach.js';
import { appendAudit, type AuditEvent } from '../audit/appendAudit.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { agencyFields, fieldNamed, type AgencyFields } from './agencyFields.js';
import {
  changeDetails,
  changedFields,
  cleanedFields,
  fieldRefusals,
  fieldsOf,
  withOldName,
} from './agencyValues.js';
import { lockTree } from './lockAgencies.js';
import { markStale } from './markStale.js';
import { RegisteredTree } from './RegisteredTree.js';
import { storeChanged } from './storeChanged.js';
import type { Id } from '../../brands/brands.js';

export interface AgencyToChange {
  readonly code: string;
  /** What is left out stays as it is. */
  readonly changes: Partial<AgencyFields>;
  /** The code of the agency it was merged into; null: into none. */
  readonly successor?: string | null;
  readonly reason: string;
}

/** An agency after its change, and what follows from it. */
interface Change {
  readonly agency: Agency;
  readonly event: AuditEvent;
  /** Whose reports are to be checked again. */
  readonly stale: readonly Id<'Agency'>[];
}

/** Changes one agency; NOTHING_CHANGED when it is registered like that. */
export async function changeAgency(
  manager: EntityManager,
  actor: Actor,
  request: AgencyToChange,
): Promise<Agency> {
  const [changed] = await changeAgencies(manager, actor, [request]);
  if (changed) return changed;
  throw new Refusal('NOTHING_CHANGED', '与现在登记的相同，没有任何改动。', ['input']);
}

/**
 * Changes what is said of agencies, one after another; null for one that is like that already. A new name keeps the
 * old one as an alias, so that older files are still recognised; a move takes everything below along. Refusals are
 * located in `code`, `input`, `into` or `reason`. Any number of agencies takes the same few statements.
 */
export async function changeAgencies(
  manager: EntityManager,
  actor: Actor,
  requests: readonly AgencyToChange[],
): Promise<(Agency | null)[]> {
  const at = new Date();
  await lockTree(manager);
  const codes = requests.flatMap(({ code, changes, successor }) => [
    code,
    agencyFields.parent.clean(changes.parent ?? null),
    successor,
  ]);
  const tree = await RegisteredTree.load(
    manager,
    codes.filter((code) => code != null),
  );
  const answers = requests.map((request) => change(tree, actor, request, at));
  const changes = answers.filter((answer) => answer !== null);
  if (changes.length === 0) return answers.map(() => null);
  await storeChanged(manager, [...new Set(changes.map(({ agency }) => agency))], tree.moved);
  const stale = [...new Set(changes.flatMap((each) => each.stale))];
  if (stale.length > 0) await markStale(manager, stale);
  await appendAudit(
    manager,
    actor,
    at,
    changes.map(({ event }) => event),
  );
  return answers.map((answer) => answer && answer.agency);
}

function change(
  tree: RegisteredTree,
  actor: Actor,
  { code, changes, successor, reason }: AgencyToChange,
  at: Date,
): Change | null {
  const agency = tree.named(actor, code, ['code']);
  refuseAny([reachRefusal(actor, agency)?.at(['code'])].filter((refusal) => refusal !== undefined));
  const [parent, successorBefore] = [tree.withId(agency.parentId), tree.withId(agency.successorId)];
  const before = fieldsOf(agency, parent && isInScope(actor.scope, parent) ? parent.code : null);
  const after = withOldName(cleanedFields({ ...before, ...changes }), before);
  refuseAny([
    ...fieldRefusals(after).map((refusal) => refusal.at(['input', ...refusal.path])),
    ...checkReason(reason),
  ]);
  const newParent = after.parent === before.parent ? parent : parentNamed(tree, actor, after.parent);
  if (successor !== undefined)
    tree.merge(agency, successor === null ? null : tree.named(actor, successor, ['into']));
  const successorAfter = tree.withId(agency.successorId);
  const changed = changedFields(before, after);
  const isMerged = successorAfter !== successorBefore;
  if (changed.length === 0 && !isMerged) return null;
  if (newParent !== parent) tree.move(agency, newParent);
  setFields(agency, after, at);
  const consolidating = [parent, newParent].filter((each) => each?.consolidates);
  return {
    agency,
    stale: changed.some((name) => fieldNamed(name).isJudged)
      ? [agency, ...consolidating].flatMap((each) => each?.id ?? [])
      : [],
    event: {
      ...{ chain: agency.id, action: 'AGENCY_CHANGED', reason: reason.trim(), agencyId: agency.id },
      ...{ reportId: null, version: null, changes: [] },
      details: {
        ...changeDetails(changed, before, after),
        ...(isMerged && {
          successorBefore: successorBefore?.code ?? null,
          successorAfter: successorAfter?.code ?? null,
        }),
      },
    },
  };
}

function parentNamed(tree: RegisteredTree, actor: Actor, code: string | null): Agency | null {
  if (code !== null) return tree.named(actor, code, ['input', 'parent']);
  if (actor.scope === null) return null;
  throw new Refusal('FORBIDDEN', `${actorWords(actor)}不能把机关移出“${actor.scope.code}”。`, [
    'input',
    'parent',
  ]);
}

function setFields(agency: Agency, { parent: _parent, aliases, ...fields }: AgencyFields, at: Date): void {
  if (fields.name !== agency.name)
    agency.formerNames = [...agency.formerNames, { name: agency.name, until: dayInChina(at) }];
  Object.assign(agency, fields, { aliases: [...aliases] });
}
