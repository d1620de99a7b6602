import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { Agency } from '../../entities/Agency.js';
import type { Actor } from './actor.js';
import { appendAudit } from './appendAudit.js';
import { Refusal, refuseAny } from './refusal.js';
import { storableText, toJson } from './storable.js';

export interface AgencyToRegister {
  /** Any unique string of the operator's choosing. */
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

const longest = 200;

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

/** Registers a list of agencies and answers with the new ones; codes that are taken are left alone. */
export async function registerAgencies(
  manager: EntityManager,
  actor: Actor,
  requests: readonly AgencyToRegister[],
): Promise<Agency[]> {
  refuseAny(requests.flatMap(refusalsOf));
  const registeredAt = new Date();
  const agencies = new Map(
    requests.map((request): [string, Agency] => {
      const agency = newAgency(cleaned(request), registeredAt);
      return [agency.code, agency];
    }),
  );
  const inserted = await manager.query<{ code: string }[]>(
    `INSERT INTO agency (id, code, name, aliases, path, depth, consolidates, former_names, registered_at)
     SELECT id, code, name, aliases, path, depth, consolidates, "formerNames", "registeredAt"
     FROM jsonb_to_recordset($1::jsonb) AS given(id uuid, code text, name text, aliases text[], path text,
       depth int, consolidates boolean, "formerNames" jsonb, "registeredAt" timestamptz)
     ORDER BY code
     ON CONFLICT (code) DO NOTHING RETURNING code`,
    [toJson([...agencies.values()])],
  );
  const codes = new Set(inserted.map(({ code }) => code));
  const registered = [...agencies.values()].filter(({ code }) => codes.has(code));
  await appendAudit(
    manager,
    actor,
    registeredAt,
    registered.map(({ id, code, name, aliases }) => ({
      chain: id,
      action: 'AGENCY_REGISTERED',
      reason: null,
      agencyId: id,
      reportId: null,
      version: null,
      changes: [],
      details: { code, name, aliases: aliases.join('、') },
    })),
  );
  return registered;
}

function newAgency({ code, name, aliases }: ReturnType<typeof cleaned>, registeredAt: Date): Agency {
  const id = randomUUID();
  return {
    id,
    code,
    name,
    aliases,
    parentId: null,
    path: `/${id}/`,
    depth: 1,
    uscc: null,
    divisionCode: null,
    level: null,
    kind: null,
    consolidates: false,
    deadline: null,
    makesRules: null,
    validFrom: null,
    validTo: null,
    successorId: null,
    formerNames: [],
    registeredAt,
  };
}

function cleaned({ code, name, aliases }: AgencyToRegister): AgencyToRegister & { aliases: string[] } {
  const clean = (text: string) => storableText(text).trim();
  const others = new Set(aliases.map(clean).filter((alias) => alias !== '' && alias !== clean(name)));
  return { code: clean(code), name: clean(name), aliases: [...others] };
}

function refusalsOf(request: AgencyToRegister): Refusal[] {
  const refusals: Refusal[] = [];
  for (const [path, words] of [
    ['code', '机关代码'],
    ['name', '机关名称'],
  ] as const) {
    const length = request[path].trim().length;
    if (length === 0) refusals.push(new Refusal('INVALID_REQUEST', `没有填写${words}。`, [path]));
    if (length > longest)
      refusals.push(new Refusal('INVALID_REQUEST', `${words}不能超过 ${longest} 字。`, [path]));
  }
  return refusals;
}
