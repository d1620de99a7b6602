import type { EntityManager } from 'typeorm';
import { ReportStatus } from '../../../entities/reports/ReportStatus.js';
import { reachOf, type Operation, type Reach } from '../../rights/operations.js';
import type { Actor } from '../access/actor.js';

/** What is to be done next with reports of one year, and how many there are. */
export interface WaitingStep {
  /** The mutation that does it. */
  readonly operation: string;
  readonly label: string;
  readonly status: ReportStatus;
  readonly year: number;
  readonly count: number;
}

interface Awaited {
  readonly operation: Operation & `Mutation.${string}`;
  readonly label: string;
  readonly statuses: readonly ReportStatus[];
}

const { DRAFT, RETURNED, SUBMITTED, ACCEPTED, CORRECTING } = ReportStatus;

/** For whom a report waits in each status: what brings it on, not what takes it back. */
const awaited: readonly Awaited[] = [
  { operation: 'Mutation.reportSubmit', label: '待上报', statuses: [DRAFT, RETURNED] },
  { operation: 'Mutation.reportAccept', label: '待审核', statuses: [SUBMITTED] },
  { operation: 'Mutation.reportPublish', label: '待发布', statuses: [ACCEPTED] },
  { operation: 'Mutation.cellCorrect', label: '待更正', statuses: [CORRECTING] },
];

interface CountRow {
  readonly status: ReportStatus;
  readonly year: number;
  readonly count: number;
}

/** What waits for the actor, by what to do next; the latest year first. */
export async function waitingSteps(manager: EntityManager, actor: Actor): Promise<WaitingStep[]> {
  const found: WaitingStep[] = [];
  for (const { operation, label, statuses } of awaited) {
    const reach = reachOf(actor.role, operation, actor.separated);
    if (reach === undefined) continue;
    const rows = await countReports(manager, actor, reach, statuses);
    found.push(...rows.map((row) => ({ ...row, operation: operation.slice('Mutation.'.length), label })));
  }
  return found.sort((one, other) => other.year - one.year);
}

function countReports(
  manager: EntityManager,
  { scope }: Actor,
  reach: Reach,
  statuses: readonly ReportStatus[],
): Promise<CountRow[]> {
  return manager.query<CountRow[]>(
    `SELECT report.status, report.year, count(*)::int AS count
     FROM report JOIN agency ON agency.id = report.agency_id
     WHERE report.status = ANY($1::text[])
       AND ($2::text IS NULL OR starts_with(agency.path, $2::text))
       AND ($3::uuid IS NULL OR agency.id = $3::uuid)
       AND ($4::uuid IS NULL OR agency.id <> $4::uuid)
     GROUP BY report.status, report.year ORDER BY report.status`,
    [
      ...[statuses, scope?.path ?? null],
      ...[
        reach === 'OWN' ? (scope?.agencyId ?? null) : null,
        reach === 'BELOW' ? (scope?.agencyId ?? null) : null,
      ],
    ],
  );
}
