import type { EntityManager } from 'typeorm';
import type { CellKey } from '../../cells.js';
import { cellsBehind } from '../../comparison/cellsBehind.js';
import { forms } from '../../forms/index.js';
import type { Grouping } from '../../rollUp/grouping.js';
import type { GroupYear } from '../../rollUp/overview.js';
import { addendsOfYears } from './addends.js';
import { computedOnce } from '../../database/distribution/computedOnce.js';
import { currentVersions } from './currentVersions.js';
import type { OverviewRequest } from './overviewRequest.js';
import { agencyKinds, agencyLevels } from '../../words/agencyKinds.js';

/** By what agencies are put together, and in which order the groups stand. */
const groupings: Readonly<Record<Grouping, { group: (digits: string) => string; order: string }>> = {
  LEVEL: {
    group: () => 'agency.level',
    order: inOrderOf(agencyLevels),
  },
  KIND: {
    group: () => 'agency.kind',
    order: inOrderOf(agencyKinds),
  },
  DIVISION: { group: (digits) => `left(agency.division_code, ${digits}::int)`, order: `"group" COLLATE "C"` },
};

/** SQL: as a list of words has them. */
function inOrderOf(words: Readonly<Record<string, unknown>>): string {
  return `array_position(ARRAY['${Object.keys(words).join("', '")}'], "group")`;
}

/**
 * What each group reported in each year, the year before the first one included, in one statement. Reports on
 * another form than that of their year are counted and not added, as in a roll-up.
 */
export async function groupYears(manager: EntityManager, request: OverviewRequest): Promise<GroupYear[]> {
  const { fromYear, toYear, statuses, by, digits, keys } = request;
  const conditions = addendsOfYears(request)
    .add((parameter) => `report.year >= ${parameter}::int`, fromYear - 1)
    .add((parameter) => `report.year <= ${parameter}::int`, toYear)
    .add((parameter) => `report.status = ANY(${parameter}::text[])`, statuses);
  const { group, order } = groupings[by];
  // Only groups by division are of a number of digits; a parameter that nothing uses is refused.
  const length = by === 'DIVISION' ? conditions.parameter(digits) : '';
  const rows = await manager.query<
    { group: string | null; year: number; filed: number; values: (string | null)[] }[]
  >(
    // Unpacked once a report, not once a cell: see sumReports.
    `SELECT "group", year, count(*)::int AS filed,
       ARRAY[${keys.map((key) => `sum(${valueOf(key)})::text`).join(', ')}] AS "values"
     FROM ${computedOnce(
       manager,
       `${group(length)} AS "group", report.year, version.form_id, version."values" || '{}'::bigint[] AS "values"`,
       `${currentVersions} ${conditions.sql}`,
     )} AS reports
     GROUP BY "group", year ORDER BY ${order} NULLS LAST, year`,
    conditions.parameters,
  );
  return rows.map(({ values, ...row }) => ({
    ...row,
    values: values.map((text) => (text === null ? null : BigInt(text))),
  }));
}

/** Where the value of a cell stands depends on the form; on some it is the sum of its parts. */
function valueOf(key: CellKey): string {
  const places = forms.flatMap((form) => {
    const cells = cellsBehind(form, key);
    if (!cells) return [];
    const { id, firstYear, lastYear } = form;
    const years = `year >= ${firstYear}${lastYear === null ? '' : ` AND year <= ${lastYear}`}`;
    const sum = cells.map(({ position }) => `"values"[${position + 1}]::numeric`).join(' + ');
    return `WHEN form_id = '${id}' AND ${years} THEN ${sum}`;
  });
  return `CASE ${places.join(' ')} END`;
}
