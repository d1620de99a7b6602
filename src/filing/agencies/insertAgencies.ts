import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { toJson } from '../storable.js';

/** Stores new agencies in one statement and answers with those whose code nobody took meanwhile. */
export async function insertAgencies(
  manager: EntityManager,
  actor: Actor,
  agencies: readonly Agency[],
  registeredAt: Date,
): Promise<Agency[]> {
  const inserted = await manager.query<{ code: string }[]>(
    `INSERT INTO agency (id, code, name, aliases, parent_id, path, depth, uscc, division_code, level, kind,
       consolidates, deadline, makes_rules, valid_from, valid_to, successor_id, former_names, registered_at)
     SELECT id, code, name, aliases, "parentId", path, depth, uscc, "divisionCode", level, kind,
       consolidates, deadline, "makesRules", "validFrom", "validTo", "successorId", "formerNames", "registeredAt"
     FROM jsonb_to_recordset($1::jsonb) AS given(id uuid, code text, name text, aliases text[], "parentId" uuid,
       path text, depth int, uscc text, "divisionCode" text, level text, kind text, consolidates boolean,
       deadline text, "makesRules" boolean, "validFrom" date, "validTo" date, "successorId" uuid,
       "formerNames" jsonb, "registeredAt" timestamptz)
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
