import { randomUUID } from 'node:crypto';
import type { Agency } from '../../../entities/Agency.js';
import { Refusal } from '../refusal.js';

/** Where an agency stands in the reporting tree. */
export type Place = Pick<Agency, 'id' | 'parentId' | 'path' | 'depth'>;

export interface ToPlace {
  readonly code: string;
  /** The code of the agency above; null at the root. */
  readonly parent: string | null;
}

/** Deeper than any administration goes; a path stays short. */
const deepest = 20;

/**
 * Places of new agencies in the tree, each below its parent, which may be registered already or come anywhere
 * in the same list. An unknown parent and a circle are refused.
 */
export function placeAgencies(
  agencies: readonly ToPlace[],
  registered: ReadonlyMap<string, Place>,
): { readonly places: ReadonlyMap<string, Place>; readonly refusals: readonly Refusal[] } {
  const given = new Map(agencies.map((agency) => [agency.code, agency]));
  const places = new Map<string, Place>();
  const refusals: Refusal[] = [];

  for (const { code } of agencies) {
    const chain: string[] = [];
    let current: string | null = code;
    while (current !== null && !places.has(current) && !registered.has(current)) {
      const agency = given.get(current);
      if (!agency) break;
      if (chain.includes(current)) break;
      chain.push(current);
      current = agency.parent;
    }
    if (current !== null && !places.has(current) && !registered.has(current)) {
      refusals.push(refusalOf(code, current, chain));
      continue;
    }
    let above = current === null ? null : (registered.get(current) ?? places.get(current) ?? null);
    for (const next of chain.reverse()) {
      above = placeBelow(above);
      places.set(next, above);
    }
    if (above && above.depth > deepest)
      refusals.push(
        new Refusal('INVALID_REQUEST', `机关“${code}”的上级超过 ${deepest} 层。请核对上级代码。`, ['parent']),
      );
  }
  return { places, refusals };
}

function placeBelow(parent: Place | null): Place {
  const id = randomUUID();
  return {
    id,
    parentId: parent?.id ?? null,
    path: `${parent?.path ?? '/'}${id}/`,
    depth: (parent?.depth ?? 0) + 1,
  };
}

function refusalOf(code: string, stopped: string, chain: readonly string[]): Refusal {
  return chain.includes(stopped)
    ? new Refusal(
        'AGENCY_CYCLE',
        `机关“${code}”的上级绕成了一圈：${[...chain, stopped].join(' → ')}。请核对上级代码。`,
        ['parent'],
      )
    : new Refusal(
        'AGENCY_UNKNOWN',
        `机关“${code}”的上级“${stopped}”没有登记，也不在这份名单中。请先登记上级，或核对上级代码。`,
        ['parent'],
      );
}
