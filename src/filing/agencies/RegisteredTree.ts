import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { agencyNotFound } from '../access/agencyNotFound.js';
import type { Actor } from '../access/actor.js';
import { isInScope } from '../access/reach.js';
import { Refusal } from '../refusal.js';
import { storable, storableText } from '../storable.js';
import { agencyColumns, agencyOf } from './agencyRows.js';
import type { Id } from '../../brands/brands.js';

/** An agency that stands elsewhere now. */
export interface Moved {
  readonly agency: Agency;
  readonly before: Pick<Agency, 'parentId' | 'path' | 'depth'>;
}

/**
 * Agencies that are changed together, with all above them and all that they were merged into, as far as they are
 * registered. A change is made here first, so that the next one finds it; the tree is locked meanwhile.
 */
export class RegisteredTree {
  readonly #byId = new Map<string, Agency>();
  readonly #byCode = new Map<string, Agency>();
  readonly #placed: readonly Moved[];

  private constructor(agencies: readonly Agency[]) {
    this.#placed = agencies.map((agency) => ({ agency, before: placeOf(agency) }));
    for (const agency of agencies) {
      this.#byId.set(agency.id, agency);
      this.#byCode.set(agency.code, agency);
    }
  }

  static async load(manager: EntityManager, codes: readonly string[]): Promise<RegisteredTree> {
    const rows = await manager.query<object[]>(
      `WITH RECURSIVE met AS (
         SELECT id, parent_id, successor_id FROM agency WHERE code = ANY($1::text[])
         UNION SELECT agency.id, agency.parent_id, agency.successor_id
         FROM met JOIN agency ON agency.id IN (met.parent_id, met.successor_id))
       SELECT ${agencyColumns} FROM agency WHERE id IN (SELECT id FROM met)`,
      [storable([...new Set(codes)])],
    );
    return new RegisteredTree(rows.map((row) => agencyOf(row)));
  }

  withId(id: Id<'Agency'> | null): Agency | null {
    return id === null ? null : (this.#byId.get(id) ?? null);
  }

  /** An agency the actor may know of; AGENCY_UNKNOWN for any other, said of the part of the request that names it. */
  named(actor: Pick<Actor, 'scope'>, code: string, path: readonly string[]): Agency {
    const agency = this.#byCode.get(storableText(code));
    if (agency && isInScope(actor.scope, agency)) return agency;
    throw new Refusal('AGENCY_UNKNOWN', `${agencyNotFound(code, actor)}请核对机关代码。`, path);
  }

  /** Moves an agency with everything below it. No circles. */
  move(agency: Agency, parent: Agency | null): void {
    if (parent?.path.startsWith(agency.path))
      throw new Refusal('AGENCY_CYCLE', `“${parent.name}”在“${agency.name}”之下，不能作它的上级。`, [
        'input',
        'parent',
      ]);
    const before = agency.path;
    const after = `${parent?.path ?? '/'}${agency.id}/`;
    const deeper = (parent?.depth ?? 0) + 1 - agency.depth;
    agency.parentId = parent?.id ?? null;
    for (const each of this.#byId.values())
      if (each.path.startsWith(before)) {
        each.path = after + each.path.slice(before.length);
        each.depth += deeper;
      }
  }

  /** Merges an agency into another, but not into itself, nor into one that was merged into it. */
  merge(agency: Agency, into: Agency | null): void {
    for (let later = into; later; later = this.withId(later.successorId))
      if (later === agency)
        throw new Refusal(
          'AGENCY_CYCLE',
          into === agency
            ? `“${agency.name}”不能并入自己。`
            : `“${into?.name}”已经并入“${agency.name}”，不能反过来再并入。`,
          ['into'],
        );
    agency.successorId = into?.id ?? null;
  }

  /** Those that do not stand below the one that they stood below. */
  get moved(): readonly Moved[] {
    return this.#placed.filter(({ agency, before }) => agency.parentId !== before.parentId);
  }
}

function placeOf({ parentId, path, depth }: Agency): Moved['before'] {
  return { parentId, path, depth };
}
