import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { editDistance } from '../../text/editDistance.js';
import type { Scope } from '../access/actor.js';
import { agencyColumns, agencyOf } from './agencyRows.js';
import { storable, storableText } from '../storable.js';

const suggestions = 3;
const candidates = 30;
/** Looking for what a name may have meant costs a walk over all agencies. */
const namesAtOnce = 20;

/** For names nobody has: the registered agencies of a scope whose name, alias or code comes nearest, at most three. */
export async function nearestAgencies(
  manager: EntityManager,
  names: readonly string[],
  scope: Scope | null,
): Promise<Map<string, readonly Agency[]>> {
  const asked = [...new Set(names)].slice(0, namesAtOnce);
  if (asked.length === 0) return new Map();
  const parts = asked.flatMap((name) => pairsOf(name).map((pair) => [name, pair] as const));
  const rows = await manager.query<(Agency & { asked: string })[]>(
    `SELECT * FROM (
       SELECT part.asked, ${agencyColumns},
         row_number() OVER (PARTITION BY part.asked ORDER BY count(*) DESC, agency.code) AS place
       FROM unnest($1::text[], $2::text[]) AS part(asked, pair)
       JOIN agency ON position(part.pair IN concat_ws(' ', agency.code, agency.name,
         array_to_string(agency.aliases, ' '))) > 0 AND starts_with(agency.path, $4::text)
       GROUP BY part.asked, agency.id) AS near
     WHERE place <= $3`,
    [
      storable(parts.map(([name]) => name)),
      storable(parts.map(([, pair]) => pair)),
      candidates,
      scope?.path ?? '',
    ],
  );
  return new Map(
    asked.map((name) => [
      name,
      rows
        .filter((row) => row.asked === storableText(name))
        .map((row) => ({ row, distance: distanceTo(row, name) }))
        .sort((one, other) => one.distance - other.distance || (one.row.code < other.row.code ? -1 : 1))
        .slice(0, suggestions)
        .map(({ row }) => agencyOf(row)),
    ]),
  );
}

function distanceTo({ code, name, aliases }: Agency, asked: string): number {
  return Math.min(...[code, name, ...aliases].map((known) => editDistance(known, asked)));
}

/** 安阳市 has the pairs 安阳 and 阳市. Names that are near share at least one. */
function pairsOf(name: string): string[] {
  const characters = [...name.slice(0, 60)];
  if (characters.length < 2) return characters;
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}
