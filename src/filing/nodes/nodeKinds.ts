import type { EntityManager } from 'typeorm';
import type { Actor } from '../access/actor.js';
import { isInScope } from '../access/reach.js';
import { isUuid } from '../isUuid.js';
import type { Id } from '../../brands/brands.js';

/** What hangs from a report, with the table it is kept in. */
const partsOfReports = {
  Report: ['report', 'id'],
  ReportVersion: ['report_version', 'report_id'],
  Explanation: ['explanation', 'report_id'],
  ReportStep: ['report_transition', 'report_id'],
  Remark: ['remark', 'report_id'],
  Proposal: ['proposal', 'report_id'],
  Waiver: ['waiver', 'report_id'],
  Publication: ['publication', 'report_id'],
} as const;

/** What stands for itself; what of it is open is judged where it is read. */
const others = {
  Agency: 'agency',
  ImportRun: 'import_run',
  AuditEntry: 'audit_entry',
  Webhook: 'webhook',
  Delivery: 'delivery',
} as const;

export type ReportPart = keyof typeof partsOfReports;
export type NodeKind = ReportPart | keyof typeof others;

export interface FoundNode {
  readonly kind: NodeKind;
  readonly id: string;
  /** null of what hangs from no report. */
  readonly reportId: Id<'Report'> | null;
}

const searched = [
  ...Object.entries(partsOfReports).map(
    ([kind, [table, report]]) =>
      `SELECT '${kind}' AS kind, id, ${report} AS report_id FROM ${table} WHERE id = ANY($1::uuid[])`,
  ),
  ...Object.entries(others).map(
    ([kind, table]) =>
      `SELECT '${kind}' AS kind, id, NULL::uuid AS report_id FROM ${table} WHERE id = ANY($1::uuid[])`,
  ),
].join(' UNION ALL ');

/** What stored things have these ids; nothing of reports outside the scope. One query. */
export async function nodeKinds(
  manager: EntityManager,
  { scope }: Pick<Actor, 'scope'>,
  ids: readonly string[],
): Promise<Map<string, FoundNode>> {
  const known = ids.filter((id) => isUuid(id));
  if (known.length === 0) return new Map();
  const rows = await manager.query<(FoundNode & { readonly path: string | null })[]>(
    `SELECT found.kind, found.id, found.report_id AS "reportId", agency.path
     FROM (${searched}) AS found
     LEFT JOIN report ON report.id = found.report_id LEFT JOIN agency ON agency.id = report.agency_id`,
    [known],
  );
  const open = rows.filter(({ path }) => path === null || isInScope(scope, { path }));
  return new Map(open.map(({ kind, id, reportId }) => [id, { kind, id, reportId }]));
}
