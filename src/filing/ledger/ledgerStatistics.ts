import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { forOutsiders } from './outsiders/forOutsiders.js';
import { officesForOutsiders, type OfficeGroup } from './outsiders/officesForOutsiders.js';
import type { OutcomeCount, StatisticGroup } from './StatisticGroup.js';

export type StatisticGrouping = 'OFFICE' | 'MONTH' | 'APPLICANT';

export interface LedgerStatistics {
  readonly offices: number;
  readonly whole: StatisticGroup;
  readonly groups: readonly StatisticGroup[];
}

const groupings: Readonly<Record<StatisticGrouping, readonly [key: string, label: string]>> = {
  OFFICE: ['agency.code', 'agency.name'],
  MONTH: ['substr(ledger_case.received, 1, 7)', 'substr(ledger_case.received, 1, 7)'],
  APPLICANT: ["coalesce(ledger_case.applicant, '')", "coalesce(ledger_case.applicant, '')"],
};

const everything: readonly [string, string] = ["''", "''"];

/** Requests received in a year by an agency and everything below it, exact over all its cases. */
export async function ledgerStatistics(
  manager: EntityManager,
  root: Pick<Agency, 'path' | 'name'>,
  {
    year,
    by,
    isOutsider,
  }: { readonly year: number; readonly by: StatisticGrouping; readonly isOutsider: boolean },
): Promise<LedgerStatistics> {
  const [whole] = await groupsBy(manager, root, year, everything);
  const [{ offices } = { offices: 0 }] = await manager.query<{ offices: number }[]>(
    `SELECT count(*)::int AS offices FROM ledger JOIN agency ON agency.id = ledger.agency_id
     WHERE starts_with(agency.path, $1::text) AND ledger.year = $2`,
    [root.path, year],
  );
  const total = { ...(whole ?? emptyGroup), label: root.name };
  if (!isOutsider)
    return { offices, whole: total, groups: await groupsBy(manager, root, year, groupings[by]) };
  const top = root.path.slice(0, root.path.indexOf('/', 1) + 1);
  const open = officesForOutsiders(await officesBelow(manager, top, year), top);
  return {
    offices,
    whole: open.whole(root.path, total),
    groups:
      by === 'OFFICE'
        ? open.officesBelow(root.path)
        : // Months of an agency less those of one below it are the months of the others: only the top is told.
          root.path === top
          ? forOutsiders(await groupsBy(manager, root, year, groupings[by]))
          : [],
  };
}

/** The offices below an agency, each by itself. */
async function officesBelow(manager: EntityManager, path: string, year: number): Promise<OfficeGroup[]> {
  const groups = await groupsBy(manager, { path }, year, groupings.OFFICE);
  const paths = await manager.query<{ code: string; path: string }[]>(
    `SELECT code, path FROM agency WHERE code = ANY($1::text[])`,
    [groups.map(({ key }) => key)],
  );
  const byCode = new Map(paths.map((agency) => [agency.code, agency.path]));
  return groups.map((group) => ({ ...group, path: byCode.get(group.key) ?? path }));
}

const emptyGroup: StatisticGroup = {
  ...{ key: '', label: '', cases: 0, answered: 0, medianDays: null, ninetiethDays: null },
  ...{ extended: 0, outcomes: [] },
};

async function groupsBy(
  manager: EntityManager,
  { path }: Pick<Agency, 'path'>,
  year: number,
  [key, label]: readonly [string, string],
): Promise<StatisticGroup[]> {
  const days = '(ledger_case.answered::date - ledger_case.received::date)';
  const isAnswered = `ledger_case.answered IS NOT NULL AND ledger_case.outcome <> 'open' AND ledger_case.answered >= ledger_case.received`;
  const from = `FROM ledger_case JOIN ledger ON ledger.id = ledger_case.ledger_id AND ledger.agency_id = ledger_case.agency_id
    JOIN agency ON agency.id = ledger.agency_id
    WHERE starts_with(agency.path, $1::text) AND ledger.year = $2 AND ledger_case.to_version IS NULL
      AND ledger_case.received >= $3::text AND ledger_case.received <= $4::text`;
  const parameters = [path, year, `${year}-01-01`, `${year}-12-31`];
  const groups = await manager.query<Omit<StatisticGroup, 'outcomes'>[]>(
    `SELECT ${key} AS key, min(${label}) AS label, count(*)::int AS cases,
       count(*) FILTER (WHERE ${isAnswered})::int AS answered,
       (percentile_disc(0.5) WITHIN GROUP (ORDER BY ${days}) FILTER (WHERE ${isAnswered}))::int AS "medianDays",
       (percentile_disc(0.9) WITHIN GROUP (ORDER BY ${days}) FILTER (WHERE ${isAnswered}))::int AS "ninetiethDays",
       count(ledger_case.extended)::int AS extended
     ${from} GROUP BY 1 ORDER BY 1`,
    parameters,
  );
  const outcomes = await manager.query<(OutcomeCount & { key: string })[]>(
    `SELECT ${key} AS key, ledger_case.outcome, count(*)::int AS cases
     ${from} AND ${isAnswered} GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    parameters,
  );
  const byKey = new Map<string, OutcomeCount[]>(groups.map((group) => [group.key, []]));
  for (const { key: group, outcome, cases } of outcomes) byKey.get(group)?.push({ outcome, cases });
  return groups.map((group) => ({ ...group, outcomes: byKey.get(group.key) ?? [] }));
}
