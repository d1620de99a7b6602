import type { EntityManager } from 'typeorm';
import type { Finding } from '../../checks/check.js';
import type { Actor } from '../access/actor.js';
import type { Severity } from '../../forms/form.js';
import { atOrBelow } from '../agencies/listAgencies.js';
import { Conditions, listByKeys } from '../lists/listQuery.js';
import type { Page, PageRequest } from '../lists/page.js';
import { reportBase, selectReports, type BaseRow } from '../reports/reportRows.js';
import type { ReportBase } from '../reports/storedReport.js';
import { withinScope } from '../access/withinScope.js';

export interface FindingFilter {
  readonly years?: readonly number[] | null;
  /** Codes. */
  readonly agencies?: readonly string[] | null;
  /** The code of an agency: its reports and those of everything below it. */
  readonly under?: string | null;
  readonly rules?: readonly string[] | null;
  readonly severities?: readonly Severity[] | null;
}

export interface FindingQuery extends PageRequest {
  readonly filter?: FindingFilter | null;
}

export interface FoundInReport {
  readonly report: ReportBase;
  readonly finding: Finding;
}

/** SQL: the rules of the findings of a report, as its index has them. */
const foundRules = `jsonb_path_query_array(report.findings, '$[*].rule')`;

/** A page of the findings of the reports in the scope of the actor, by agency code and year. */
export async function listFindings(
  manager: EntityManager,
  actor: Pick<Actor, 'scope'>,
  query: FindingQuery,
): Promise<Page<FoundInReport>> {
  const { years, agencies, under, rules, severities } = query.filter ?? {};
  return listByKeys(
    manager,
    {
      select: (alsoSelected) =>
        `${selectReports('base', `, found.finding${alsoSelected}`)}
         CROSS JOIN LATERAL jsonb_array_elements(report.findings) WITH ORDINALITY AS found(finding, place)`,
      conditions: withinScope(new Conditions(), actor)
        .add((parameter) => `report.year = ANY(${parameter}::int[])`, years)
        .add((parameter) => `agency.code = ANY(${parameter}::text[])`, agencies)
        .add(atOrBelow(actor), under)
        // Says nothing new, but an index finds the reports.
        .add((parameter) => `${foundRules} ?| ${parameter}::text[]`, rules)
        .add((parameter) => `found.finding ->> 'rule' = ANY(${parameter}::text[])`, rules)
        .add((parameter) => `found.finding ->> 'severity' = ANY(${parameter}::text[])`, severities),
      order: [
        { sql: 'agency.code', type: 'text' },
        { sql: 'report.year', type: 'int' },
        { sql: 'found.place::int', type: 'int' },
      ],
    },
    query,
    (row: BaseRow & { finding: Finding }): FoundInReport => ({
      report: reportBase(row),
      finding: row.finding,
    }),
  );
}
