import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Actor } from '../access/actor.js';
import { agencyColumns, agencyOf } from './agencyRows.js';
import { agencyFields } from './agencyFields.js';
import { cleanedListNotices } from './agencyValues.js';
import { lockAgencies } from './lockAgencies.js';
import { Refusal, refuseAny } from '../refusal.js';
import { registerAgencies, type AgencyToRegister } from './registerAgency.js';
import { changeAgencies, type AgencyToChange } from './changeAgencies.js';

/** One line of a table of agencies: what its columns say. */
export type AgencyToImport = AgencyToRegister & { readonly successor?: string | null };

export interface AgenciesImported {
  readonly registered: number;
  /** Registered earlier and changed by this table. */
  readonly changed: number;
  /** Registered earlier and left as they are. */
  readonly known: number;
  /** What was kept otherwise than the table has it. */
  readonly warnings: readonly Refusal[];
}

/**
 * Registers the agencies of a table, all or none. One that is registered already is left as it is, or brought in
 * line with the table when it is to update; without that its name must agree.
 */
export async function importAgencies(
  manager: EntityManager,
  actor: Actor,
  lines: readonly AgencyToImport[],
  { update }: { readonly update: boolean },
): Promise<AgenciesImported> {
  const before = await agenciesWith(manager, lines);
  if (!update) refuseAny(lines.flatMap((line) => nameRefusals(line, before.get(line.code.trim()))));
  if (update)
    await lockAgencies(
      manager,
      [...before.values()].map(({ id }) => id),
    );
  const registered = await registerAgencies(manager, actor, lines);
  const fresh = new Set<string>(registered.map(({ code }) => code));
  const requests = lines.flatMap(({ code: given, line: _line, successor, ...changes }): AgencyToChange[] => {
    const code = given.trim();
    const reason = '按机关名单更新';
    // What is new is as the table says, but for circles of those that were merged.
    if (fresh.has(code)) return successor == null ? [] : [{ code, changes: {}, successor, reason }];
    return update ? [{ code, changes, successor, reason }] : [];
  });
  const changes = await changeAgencies(manager, actor, requests);
  const changed = changes.filter((agency) => agency !== null && !fresh.has(agency.code)).length;
  const known = lines.length - registered.length - changed;
  return { registered: registered.length, changed, known, warnings: cleanedListNotices(lines) };
}

async function agenciesWith(
  manager: EntityManager,
  lines: readonly AgencyToImport[],
): Promise<Map<string, Agency>> {
  const rows = await manager.query<object[]>(
    `SELECT ${agencyColumns} FROM agency WHERE code = ANY($1::text[])`,
    [lines.map(({ code }) => code.trim())],
  );
  return new Map(rows.map((row) => agencyOf(row)).map((agency) => [agency.code, agency]));
}

function nameRefusals({ code, name }: AgencyToImport, known: Agency | undefined): Refusal[] {
  if (!known || known.name === agencyFields.name.clean(name)) return [];
  return [
    new Refusal(
      'AGENCY_EXISTS',
      `代码 ${code} 已登记为“${known.name}”，文件中是“${name}”。请核对；确要改名的，选择按名单更新（命令行加 --update）。没有登记任何机关。`,
    ),
  ];
}
