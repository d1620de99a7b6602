import type { EntityManager } from 'typeorm';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { reachOf, type Operation, type Reach } from '../../rights/operations.js';
import { lastYearIn } from '../../season/chinaDay.js';
import type { Actor } from '../access/actor.js';

/** What is to be done next with reports of one year, and how many there are. */
export interface WaitingStep {
  /** The mutation that does it. */
  readonly operation: string;
  readonly label: string;
  /** null: there is no report yet. */
  readonly status: ReportStatus | null;
  readonly year: number;
  readonly count: number;
}

interface Awaited {
  readonly operation: Operation & `Mutation.${string}`;
  readonly label: string;
  /** SQL on `report` and `agency`: for whom it waits. */
  readonly where: string;
  /** Agencies that report for the year and have not begun, instead of reports. */
  readonly notBegun?: true;
}

const { DRAFT, RETURNED, SUBMITTED, ACCEPTED, CORRECTING } = ReportStatus;
const standsIn = (...statuses: readonly ReportStatus[]) =>
  `report.status IN (${statuses.map((status) => `'${status}'`).join(', ')})`;

/** For whom a report waits: what brings it on, not what takes it back. */
const awaited: readonly Awaited[] = [
  { operation: 'Mutation.reportSubmit', label: '待上报', where: standsIn(DRAFT, RETURNED) },
  { operation: 'Mutation.reportAccept', label: '待审核', where: standsIn(SUBMITTED) },
  { operation: 'Mutation.reportPublish', label: '待发布', where: standsIn(ACCEPTED) },
  { operation: 'Mutation.cellCorrect', label: '待更正', where: standsIn(CORRECTING) },
  {
    operation: 'Mutation.waiverDecide',
    label: '豁免待批准',
    where: `EXISTS (SELECT FROM waiver WHERE waiver.report_id = report.id
      AND waiver.agency_id = report.agency_id AND waiver.status = 'REQUESTED')`,
  },
  {
    operation: 'Mutation.proposalDecide',
    label: '修改建议待处理',
    where: `EXISTS (SELECT FROM proposal WHERE proposal.report_id = report.id
      AND proposal.agency_id = report.agency_id AND proposal.status = 'OPEN')`,
  },
  { operation: 'Mutation.reportImport', label: '待填报', where: 'report.id IS NULL', notBegun: true },
];

interface CountRow {
  readonly status: ReportStatus | null;
  readonly year: number;
  readonly count: number;
}

/** What waits for the actor, by what to do next; the latest year first. */
export async function waitingSteps(
  manager: EntityManager,
  actor: Actor,
  now = new Date(),
): Promise<WaitingStep[]> {
  const found: WaitingStep[] = [];
  for (const each of awaited) {
    const reach = reachOf(actor.role, each.operation, actor.separated);
    if (reach === undefined) continue;
    const rows = await countReports(manager, actor, { reach, awaited: each, season: lastYearIn(now) });
    const operation = each.operation.slice('Mutation.'.length);
    found.push(...rows.map((row) => ({ ...row, operation, label: each.label })));
  }
  return found.sort((one, other) => other.year - one.year);
}

function countReports(
  manager: EntityManager,
  { scope }: Actor,
  {
    reach,
    awaited: { where, notBegun },
    season,
  }: { readonly reach: Reach; readonly awaited: Awaited; readonly season: number },
): Promise<CountRow[]> {
  const joined = notBegun
    ? `agency LEFT JOIN report ON report.agency_id = agency.id AND report.year = $4::int`
    : 'report JOIN agency ON agency.id = report.agency_id';
  const valid = `(agency.valid_from IS NULL OR agency.valid_from <= make_date($4::int, 12, 31))
    AND (agency.valid_to IS NULL OR agency.valid_to >= make_date($4::int, 12, 31))`;
  return manager.query<CountRow[]>(
    `SELECT report.status, coalesce(report.year, $4::int) AS year, count(*)::int AS count
     FROM ${joined}
     WHERE ${where} AND ($1::text IS NULL OR starts_with(agency.path, $1::text))
       AND ($2::uuid IS NULL OR agency.id = $2::uuid)
       AND ($3::uuid IS NULL OR agency.id <> $3::uuid)
       ${notBegun ? `AND ${valid}` : ''}
     GROUP BY report.status, report.year ORDER BY report.status`,
    [
      scope?.path ?? null,
      reach === 'OWN' ? (scope?.agencyId ?? null) : null,
      reach === 'BELOW' ? (scope?.agencyId ?? null) : null,
      season,
    ],
  );
}
