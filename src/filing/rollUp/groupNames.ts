import type { EntityManager } from 'typeorm';
import { AgencyKind } from '../../../entities/agencies/AgencyKind.js';
import { AgencyLevel } from '../../../entities/agencies/AgencyLevel.js';
import { kindWords, levelWords } from '../agencies/agencyWords.js';
import type { OverviewRequest } from './overviewRequest.js';

/** What the groups are called in Chinese; a division whose government is not registered has no name. */
export async function groupNames(
  manager: EntityManager,
  { by, agency }: Pick<OverviewRequest, 'by' | 'agency'>,
  groups: readonly (string | null)[],
): Promise<ReadonlyMap<string | null, string>> {
  if (by === 'LEVEL') return new Map(Object.values(AgencyLevel).map((level) => [level, levelWords[level]]));
  if (by === 'KIND') return new Map(Object.values(AgencyKind).map((kind) => [kind, kindWords[kind]]));
  const divisions = groups.flatMap((group) => group ?? []);
  const rows = await manager.query<{ division: string; name: string }[]>(
    `SELECT DISTINCT ON (given.division) given.division, agency.name
     FROM unnest($1::text[]) AS given(division)
     JOIN agency ON rpad(given.division, 6, '0') = agency.division_code
     WHERE agency.kind = 'GOVERNMENT' AND starts_with(agency.path, $2::text)
     ORDER BY given.division, agency.depth, agency.code`,
    [divisions, agency.path],
  );
  return new Map(rows.map(({ division, name }) => [division, name]));
}
