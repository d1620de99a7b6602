import type { EntityManager } from 'typeorm';
import { Agency } from '../../../entities/agencies/Agency.js';
import type { Actor } from '../access/actor.js';
import type { AgencyFields } from './agencyFields.js';
import { codeField } from './agencyTable.js';
import { cleanedFields, fieldRefusals, unknownFields } from './agencyValues.js';
import { insertAgencies } from './insertAgencies.js';
import { loadAgencies } from './loadAgencies.js';
import { lockTree } from './lockAgencies.js';
import { markConsolidatedStale } from './markStale.js';
import { placeAgencies, type Place } from './placeAgencies.js';
import {
  atAgency,
  atLine,
  repeatedRefusals,
  scopeRefusals,
  successorRefusals,
} from './registrationRefusals.js';
import { isInScope } from '../access/reach.js';
import { Refusal, refuseAny } from '../refusal.js';
import { storableText } from '../storable.js';

/** What is left out is unknown. */
export type AgencyToRegister = Partial<AgencyFields> &
  Pick<AgencyFields, 'name' | 'aliases'> & {
    /** Any unique string of the operator's choosing. */
    readonly code: string;
    /** The code of the agency it was merged into, for one that is registered for its history. */
    readonly successor?: string | null;
    /** Where it stands in a file: what is wrong with it is said there. */
    readonly line?: number;
  };

/** Registers one agency; AGENCY_EXISTS when its code is taken. */
export async function registerAgency(
  manager: EntityManager,
  actor: Actor,
  request: AgencyToRegister,
): Promise<Agency> {
  const [agency] = await registerAgencies(manager, actor, [request]);
  if (!agency)
    throw new Refusal(
      'AGENCY_EXISTS',
      `机关代码“${request.code.trim()}”已被使用。请换一个代码，或使用已登记的机关。`,
      ['code'],
    );
  return agency;
}

/**
 * Registers a list of agencies and answers with the new ones; codes that are taken are left alone. Parents may
 * come anywhere in the list. All or nothing: what cannot be right is refused agency by agency.
 */
export async function registerAgencies(
  manager: EntityManager,
  actor: Actor,
  requests: readonly AgencyToRegister[],
): Promise<Agency[]> {
  const given = requests.map(({ code, line, successor, ...fields }) => ({
    ...cleanedFields({ ...unknownFields, ...fields }),
    code: storableText(code).trim(),
    successor: successor == null || successor.trim() === '' ? null : storableText(successor).trim(),
    line,
  }));
  const named = (agency: { code: string; line?: number }, refusals: readonly Refusal[]) =>
    given.length === 1 && agency.line === undefined
      ? refusals
      : refusals.map((refusal) => atAgency(agency, refusal));
  refuseAny(
    given.flatMap((agency) =>
      named(agency, [
        ...codeField.refusals(agency.code).map((refusal) => refusal.at(['code'])),
        ...fieldRefusals(agency),
      ]),
    ),
  );
  refuseAny(repeatedRefusals(given));
  await lockTree(manager);
  const known = await knownAgencies(manager, given);
  const fresh = given.filter(({ code }) => !known.has(code));
  const open = new Map([...known].filter(([, agency]) => isInScope(actor.scope, agency)));
  const { places, refused } = placeAgencies(fresh, open);
  const placeOf = (code: string | null): Place | undefined =>
    code === null ? undefined : (places.get(code) ?? open.get(code));
  refuseAny([
    ...refused.map(({ agency, refusal }) => atLine(agency.line, refusal)),
    ...fresh.flatMap((agency) => [
      ...named(agency, successorRefusals(agency, placeOf(agency.successor))),
      ...scopeRefusals(actor, agency).map((refusal) => atLine(agency.line, refusal)),
    ]),
  ]);
  const registeredAt = new Date();
  const agencies = fresh.map(({ parent: _parent, line: _line, successor, ...agency }) =>
    Object.assign(new Agency(), {
      ...agency,
      ...places.get(agency.code),
      successorId: placeOf(successor)?.id ?? null,
      formerNames: [],
      registeredAt,
    }),
  );
  const registered = await insertAgencies(manager, actor, agencies, registeredAt);
  await markConsolidatedStale(
    manager,
    fresh.map(({ parent }) => (parent === null ? null : (known.get(parent) ?? null))),
  );
  return registered;
}

/** Those of the list that are registered already, and the parents and successors it names. */
async function knownAgencies(
  manager: EntityManager,
  given: readonly { code: string; parent: string | null; successor: string | null }[],
): Promise<Map<string, Agency>> {
  const codes = given.flatMap(({ code, parent, successor }) => [code, parent ?? code, successor ?? code]);
  const agencies = await loadAgencies(manager, [...new Set(codes)]);
  return new Map(agencies.map((agency) => [agency.code, agency]));
}
