import type { EntityManager } from 'typeorm';
import { Agency } from '../../../entities/agencies/Agency.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { insertion } from '../insertRows.js';

/** Stores new agencies in one statement and answers with those whose code nobody took meanwhile. */
export async function insertAgencies(
  manager: EntityManager,
  actor: Actor,
  agencies: readonly Agency[],
  registeredAt: Date,
): Promise<Agency[]> {
  const { sql, json } = insertion(manager, Agency, agencies);
  const inserted = await manager.query<{ code: string }[]>(
    `${sql} ON CONFLICT (code) DO NOTHING RETURNING code`,
    [json],
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
