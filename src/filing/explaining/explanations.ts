import type { EntityManager } from 'typeorm';
import { Explanation } from '../../../entities/explaining/Explanation.js';
import type { Finding } from '../../checks/check.js';
import { findingKey } from '../../checks/index.js';
import { operandsOf, type Said } from './operands.js';
import type { Id } from '../../brands/brands.js';

/** A report as far as one must know it to say which explanations hold. */
export interface Explained extends Said {
  readonly findings: readonly Finding[];
}

/** Everything that was ever said about the findings of a report, oldest first. */
export async function loadExplanations(
  manager: EntityManager,
  reportId: Id<'Report'>,
): Promise<Explanation[]> {
  return (await explanationsOf(manager, [reportId])).get(reportId) ?? [];
}

/** The same for any number of reports, by their ids. One query. */
export async function explanationsOf(
  manager: EntityManager,
  reportIds: readonly Id<'Report'>[],
): Promise<Map<string, Explanation[]>> {
  const found = new Map<string, Explanation[]>();
  if (reportIds.length === 0) return found;
  const rows = await manager.query<Explanation[]>(
    `SELECT id, report_id AS "reportId", agency_id AS "agencyId", sequence, rule, cells, sentence, operands, text, version, at, author
     FROM explanation WHERE report_id = ANY($1::uuid[]) ORDER BY report_id, sequence`,
    [reportIds],
  );
  for (const row of rows) {
    const explanation = Object.assign(new Explanation(), row);
    const known = found.get(row.reportId);
    if (known) known.push(explanation);
    else found.set(row.reportId, [explanation]);
  }
  return found;
}

/**
 * The explanation that holds for each finding: the last one that was said about it with the values it has
 * now. A finding that nobody explained is not in the map.
 */
export function explanationByFinding(
  report: Explained,
  explanations: readonly Explanation[],
): Map<Finding, Explanation> {
  const holding = new Map<Finding, Explanation>();
  if (explanations.length === 0) return holding;
  const byName = new Map(explanations.map((each) => [nameOf(each), each]));
  for (const finding of report.findings) {
    if (finding.severity !== 'explain') continue;
    const explanation = byName.get(`${findingKey(finding)}\n${operandsOf(report, finding)}`);
    if (explanation) holding.set(finding, explanation);
  }
  return holding;
}

function nameOf({ rule, cells, sentence, operands }: Explanation): string {
  return `${findingKey({ rule, cells, text: sentence ?? undefined })}\n${operands}`;
}

/** The explanations that hold now. The others have lapsed or a later one took their place. */
export function explanationsInForce(report: Explained, explanations: readonly Explanation[]): Explanation[] {
  return [...explanationByFinding(report, explanations).values()];
}

/** 核实性审核: the findings that must still be corrected or explained. */
export function unsettledFindings(report: Explained, explanations: readonly Explanation[]): Finding[] {
  const holding = explanationByFinding(report, explanations);
  return report.findings.filter((finding) => finding.severity === 'explain' && !holding.has(finding));
}
