import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import type { Scope } from '../access/actor.js';
import { agencyColumns } from './agencyRows.js';
import { storableText } from '../storable.js';

/**
 * The agencies of a scope that a name may mean, for every name asked: the one with this code, or else those with this
 * name, or else those with this alias. An empty list for an unknown name.
 */
export async function findAgencies(
  manager: EntityManager,
  names: readonly string[],
  scope: Scope | null,
): Promise<Map<string, readonly Agency[]>> {
  const asked = [...new Set(names.map(asRegistered))];
  if (asked.length === 0) return new Map();
  const agencies = await manager.query<Agency[]>(
    // Each of the three has its index, an OR of them has none.
    `SELECT ${agencyColumns} FROM agency
     WHERE id IN (
         SELECT id FROM agency WHERE code = ANY($1::text[])
         UNION SELECT id FROM agency WHERE name = ANY($1::text[])
         UNION SELECT id FROM agency WHERE aliases <> '{}' AND aliases && $1::text[])
       AND starts_with(path, $2::text) ORDER BY code`,
    [asked, scope?.path ?? ''],
  );
  const groups: ((agency: Agency) => readonly string[])[] = [
    ({ code }) => [code],
    ({ name }) => [name],
    ({ aliases }) => aliases,
  ];
  const indexes = groups.map((keysOf) => indexBy(agencies, keysOf));
  return new Map(
    names.map((name) => [name, indexes.map((index) => index.get(asRegistered(name))).find(Boolean) ?? []]),
  );
}

function asRegistered(name: string): string {
  return storableText(name).trim();
}

function indexBy(agencies: readonly Agency[], keysOf: (agency: Agency) => readonly string[]) {
  const index = new Map<string, Agency[]>();
  for (const agency of agencies)
    for (const key of keysOf(agency)) {
      const group = index.get(key);
      if (group) group.push(agency);
      else index.set(key, [agency]);
    }
  return index;
}
