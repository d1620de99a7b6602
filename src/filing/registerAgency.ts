import type { EntityManager } from 'typeorm';
import { Agency } from '../../entities/Agency.js';
import type { Actor } from './actor.js';
import {
  cleanedFields,
  fieldRefusals,
  textRefusals,
  unknownFields,
  type AgencyFields,
} from './agencies/agencyFields.js';
import { placeAgencies, type Place } from './agencies/placeAgencies.js';
import { agencyColumns, agencyOf } from './agencyRows.js';
import { appendAudit } from './appendAudit.js';
import { isInScope } from './reach.js';
import { Refusal, refuseAny } from './refusal.js';
import { storableText, toJson } from './storable.js';

/** What is left out is unknown. */
export type AgencyToRegister = Partial<AgencyFields> &
  Pick<AgencyFields, 'name' | 'aliases'> & {
    /** Any unique string of the operator's choosing. */
    readonly code: string;
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
  const given = requests.map((request) => ({
    code: storableText(request.code).trim(),
    ...cleanedFields({ ...unknownFields, ...request }),
  }));
  const named = (agency: { code: string }, refusals: readonly Refusal[]) =>
    given.length === 1 ? refusals : refusals.map((each) => ofAgency(agency.code, each));
  refuseAny(
    given.flatMap((agency) =>
      named(agency, [...textRefusals('code', '机关代码', agency.code), ...fieldRefusals(agency)]),
    ),
  );
  const registered = await registeredPlaces(manager, actor, given);
  const fresh = given.filter(({ code }) => !registered.has(code));
  const { places, refusals } = placeAgencies(fresh, registered);
  refuseAny([...refusals, ...fresh.flatMap(({ code, parent }) => scopeRefusals(actor, code, parent))]);
  const registeredAt = new Date();
  const agencies = new Map(
    fresh.map(({ parent: _parent, ...agency }): [string, Agency] => [
      agency.code,
      Object.assign(new Agency(), {
        ...agency,
        ...places.get(agency.code),
        successorId: null,
        formerNames: [],
        registeredAt,
      }),
    ]),
  );
  return insertAgencies(manager, actor, [...agencies.values()], registeredAt);
}

async function insertAgencies(
  manager: EntityManager,
  actor: Actor,
  agencies: readonly Agency[],
  registeredAt: Date,
): Promise<Agency[]> {
  const inserted = await manager.query<{ code: string }[]>(
    `INSERT INTO agency (id, code, name, aliases, parent_id, path, depth, uscc, division_code, level, kind,
       consolidates, deadline, makes_rules, valid_from, valid_to, former_names, registered_at)
     SELECT id, code, name, aliases, "parentId", path, depth, uscc, "divisionCode", level, kind,
       consolidates, deadline, "makesRules", "validFrom", "validTo", "formerNames", "registeredAt"
     FROM jsonb_to_recordset($1::jsonb) AS given(id uuid, code text, name text, aliases text[], "parentId" uuid,
       path text, depth int, uscc text, "divisionCode" text, level text, kind text, consolidates boolean,
       deadline text, "makesRules" boolean, "validFrom" date, "validTo" date, "formerNames" jsonb,
       "registeredAt" timestamptz)
     ORDER BY code
     ON CONFLICT (code) DO NOTHING RETURNING code`,
    [toJson(agencies)],
  );
  const codes = new Set(inserted.map(({ code }) => code));
  const registered = agencies.filter(({ code }) => codes.has(code));
  await appendAudit(
    manager,
    actor,
    registeredAt,
    registered.map(({ id, code, name, aliases, parentId }) => ({
      chain: id,
      action: 'AGENCY_REGISTERED',
      reason: null,
      agencyId: id,
      reportId: null,
      version: null,
      changes: [],
      details: { code, name, aliases: aliases.join('、'), ...(parentId !== null && { parentId }) },
    })),
  );
  return registered;
}

/** The agencies of the list that are registered already, and the parents the actor may know of. */
async function registeredPlaces(
  manager: EntityManager,
  { scope }: Actor,
  given: readonly { readonly code: string; readonly parent: string | null }[],
): Promise<Map<string, Place>> {
  const own = new Set(given.map(({ code }) => code));
  const codes = [...new Set(given.flatMap(({ code, parent }) => [code, parent ?? []].flat()))];
  const rows = await manager.query<object[]>(
    `SELECT ${agencyColumns} FROM agency WHERE code = ANY($1::text[])`,
    [codes],
  );
  const known = rows.map((row) => agencyOf(row));
  return new Map(
    known
      .filter((agency) => own.has(agency.code) || isInScope(scope, agency))
      .map((agency) => [agency.code, agency]),
  );
}

/** A token with a scope registers below the agency of its scope. */
function scopeRefusals({ scope, name }: Actor, code: string, parent: string | null): Refusal[] {
  if (scope === null || parent !== null) return [];
  return [
    new Refusal(
      'FORBIDDEN',
      `令牌“${name}”只能在“${scope.code}”之下登记机关：请写明机关“${code}”的上级代码。`,
      ['parent'],
    ),
  ];
}

function ofAgency(code: string, { code: problem, message, path }: Refusal): Refusal {
  return new Refusal(problem, `机关“${code}”：${message}`, path);
}
