import type { Agency } from '../../../entities/agencies/Agency.js';
import { Refusal } from '../refusal.js';
import { newId } from '../newId.js';

/** Where an agency stands in the reporting tree. */
export type Place = Pick<Agency, 'id' | 'parentId' | 'path' | 'depth'>;

export interface ToPlace {
  readonly code: string;
  /** The code of the agency above; null at the root. */
  readonly parent: string | null;
}

export interface Placed<Given extends ToPlace> {
  readonly places: ReadonlyMap<string, Place>;
  /** Which cannot be placed, and why. */
  readonly refused: readonly { readonly agency: Given; readonly refusal: Refusal }[];
}

/** Deeper than any administration goes; a path stays short enough for its index. */
export const deepest = 20;

/**
 * Places of new agencies in the tree, each below its parent, which may be registered already or come anywhere
 * in the same list. An unknown parent and a circle are refused.
 */
export function placeAgencies<Given extends ToPlace>(
  agencies: readonly Given[],
  registered: ReadonlyMap<string, Place>,
): Placed<Given> {
  const given = new Map(agencies.map((agency) => [agency.code, agency]));
  const places = new Map<string, Place>();
  const refused: { agency: Given; refusal: Refusal }[] = [];

  for (const agency of agencies) {
    const chain: string[] = [];
    let current: string | null = agency.code;
    while (current !== null && !placeOf(current) && given.has(current)) {
      if (chain.includes(current) || chain.length > deepest) break;
      chain.push(current);
      current = given.get(current)?.parent ?? null;
    }
    const above = current === null ? null : placeOf(current);
    const refusal =
      above === undefined
        ? refusalOf(agency.code, current ?? '', chain)
        : (above?.depth ?? 0) + chain.length > deepest
          ? tooDeep(agency.code)
          : undefined;
    if (refusal) refused.push({ agency, refusal });
    else placeChain(chain, above ?? null);
  }
  return { places, refused };

  function placeOf(code: string): Place | undefined {
    return registered.get(code) ?? places.get(code);
  }

  function placeChain(chain: readonly string[], top: Place | null): void {
    let above = top;
    for (const code of [...chain].reverse()) {
      above = placeBelow(above);
      places.set(code, above);
    }
  }
}

function placeBelow(parent: Place | null): Place {
  const id = newId<'Agency'>();
  return {
    id,
    parentId: parent?.id ?? null,
    path: `${parent?.path ?? '/'}${id}/`,
    depth: (parent?.depth ?? 0) + 1,
  };
}

function refusalOf(code: string, stopped: string, chain: readonly string[]): Refusal {
  if (chain.includes(stopped))
    return new Refusal(
      'AGENCY_CYCLE',
      `机关“${code}”的上级绕成了一圈：${[...chain, stopped].join(' → ')}。请核对上级代码。`,
      ['parent'],
    );
  if (chain.length > deepest) return tooDeep(code);
  return new Refusal(
    'AGENCY_UNKNOWN',
    `机关“${code}”的上级“${stopped}”没有登记，也不在这份名单中。请先登记上级，或核对上级代码。`,
    ['parent'],
  );
}

/** An agency with more above it than a tree may have. */
export function tooDeep(code: string): Refusal {
  return new Refusal('INVALID_REQUEST', `机关“${code}”在第 ${deepest} 层以下，太深。请核对上级代码。`, [
    'parent',
  ]);
}
