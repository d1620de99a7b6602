import type { EntityManager } from 'typeorm';
import type { AgencyName, ChildNumbers, Children } from '../../checks/check.js';
import { isDistributed } from '../../database/distribution/distributed.js';
import { storedForm } from '../reports/storedForm.js';
import { parseStoredValues } from '../reports/storedValues.js';
import type { Id } from '../../brands/brands.js';

/** The consolidated report of an agency that stands for others, by agency and year. */
export interface Parent {
  readonly agencyId: Id<'Agency'>;
  readonly year: number;
}

interface ChildRow extends AgencyName {
  readonly agencyId: Id<'Agency'>;
  readonly year: number;
  readonly formId: string | null;
  readonly values: string | null;
}

/**
 * What stands behind each consolidated report: the reports of the agencies on its list, and who has none.
 * Agencies that stand for nobody are left out. One query.
 */
export async function childrenOf(
  manager: EntityManager,
  parents: readonly Parent[],
): Promise<(parent: Parent) => Children | undefined> {
  const found = new Map<string, { filed: ChildNumbers[]; missing: AgencyName[] }>();
  // Where reports lie on several machines, no more of them are collected on one than are asked for.
  const only = isDistributed(manager.dataSource) ? await childIds(manager, parents) : null;
  const rows =
    parents.length === 0 || only?.length === 0
      ? []
      : await manager.query<ChildRow[]>(
          `SELECT wanted.agency_id AS "agencyId", wanted.year, child.code, child.name,
             version.form_id AS "formId", version."values"::text AS "values"
           FROM (SELECT DISTINCT * FROM unnest($1::uuid[], $2::int[]) AS given(agency_id, year)) AS wanted
           JOIN agency AS parent ON parent.id = wanted.agency_id AND parent.consolidates
           JOIN agency AS child ON child.parent_id = parent.id
             AND (child.valid_from IS NULL OR child.valid_from <= make_date(wanted.year, 12, 31))
             AND (child.valid_to IS NULL OR child.valid_to >= make_date(wanted.year, 12, 31))
           LEFT JOIN ${only ? '(SELECT * FROM report WHERE agency_id = ANY($3::uuid[]))' : 'report'} AS report ON report.agency_id = child.id AND report.year = wanted.year
           LEFT JOIN ${only ? '(SELECT * FROM report_version WHERE agency_id = ANY($3::uuid[]))' : 'report_version'} AS version ON version.report_id = report.id
             AND version.agency_id = report.agency_id AND version.number = report.version
           ORDER BY child.code`,
          [parents.map(({ agencyId }) => agencyId), parents.map(({ year }) => year), ...(only ? [only] : [])],
        );
  for (const { code, name, formId, values, ...parent } of rows) {
    const children = found.get(keyOf(parent)) ?? { filed: [], missing: [] };
    found.set(keyOf(parent), children);
    if (formId === null || values === null) children.missing.push({ code, name });
    else children.filed.push({ code, name, form: storedForm(formId), values: parseStoredValues(values) });
  }
  return (parent) => found.get(keyOf(parent));
}

async function childIds(manager: EntityManager, parents: readonly Parent[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT child.id FROM agency AS child JOIN agency AS parent ON parent.id = child.parent_id
     WHERE parent.id = ANY($1::uuid[]) AND parent.consolidates`,
    [parents.map(({ agencyId }) => agencyId)],
  );
  return rows.map(({ id }) => id);
}

function keyOf({ agencyId, year }: Parent): string {
  return `${agencyId} ${year}`;
}
