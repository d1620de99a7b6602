import type { EntityManager } from 'typeorm';
import type { Agency } from '../../../entities/agencies/Agency.js';
import { Requirement } from '../../../entities/season/Requirement.js';
import type { Actor } from '../access/actor.js';
import { agencyInReach } from '../agencies/agencyInScope.js';
import { markStaleWhere } from '../agencies/markStale.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { appendAudit } from '../audit/appendAudit.js';
import { checkReason } from '../reason.js';
import { Refusal, refuseAny } from '../refusal.js';
import { requireYear } from '../requireYear.js';
import { newId } from '../newId.js';

/** What is asked; null and an empty list ask for nothing. */
export interface AskedOfReports {
  readonly longestOverview: number | null;
  /** In per cent. */
  readonly mostLikeness: number | null;
  readonly statements: readonly string[];
}

export interface RequirementToSet {
  /** The code of the jurisdiction: it holds for it and everything below it. */
  readonly agency: string;
  /** The first report year for which it holds. */
  readonly firstYear: number;
  /** null takes it back. */
  readonly asked: AskedOfReports | null;
  readonly reason: string;
}

const mostStatements = 20;
const longestStatement = 100;
const longestLimit = 100_000;

/** Sets what a jurisdiction asks of reports from a year on. Reports below it are to be judged again. */
export async function setRequirement(
  manager: EntityManager,
  actor: Actor,
  { agency: code, firstYear, asked, reason }: RequirementToSet,
  at = new Date(),
): Promise<Requirement | null> {
  requireYear(firstYear);
  const agency = await agencyInReach(manager, actor, code);
  await lockAgencies(manager, [agency.id]);
  refuseAny([...checkReason(reason), ...(asked ? faultsOf(asked) : [])]);
  const before = await manager.findOneBy(Requirement, { agencyId: agency.id, firstYear });
  const wanted = asked && { ...asked, statements: asked.statements.map((statement) => statement.trim()) };
  if (JSON.stringify(before && askedIn(before)) === JSON.stringify(wanted))
    throw new Refusal('NOTHING_CHANGED', '要求与现在的相同，没有任何改动。');
  const requirement: Requirement | null = wanted && {
    id: before?.id ?? newId(),
    agencyId: agency.id,
    firstYear,
    ...wanted,
  };
  if (requirement) await manager.save(Requirement, requirement);
  else await manager.delete(Requirement, { agencyId: agency.id, firstYear });
  await markStale(manager, agency, firstYear);
  await appendAudit(manager, actor, at, [
    {
      chain: agency.id,
      action: 'REQUIREMENT_SET',
      reason: reason.trim(),
      agencyId: agency.id,
      reportId: null,
      version: null,
      changes: [],
      details: {
        firstYear,
        before: before && JSON.stringify(askedIn(before)),
        after: wanted && JSON.stringify(wanted),
      },
    },
  ]);
  return requirement;
}

function askedIn({ longestOverview, mostLikeness, statements }: Requirement): AskedOfReports {
  return { longestOverview, mostLikeness, statements };
}

async function markStale(
  manager: EntityManager,
  { path }: Pick<Agency, 'path'>,
  firstYear: number,
): Promise<void> {
  await markStaleWhere(manager, 'starts_with(agency.path, $1::text) AND report.year >= $2::int', [
    path,
    firstYear,
  ]);
}

function faultsOf({ longestOverview, mostLikeness, statements }: AskedOfReports): Refusal[] {
  const isWithin = (value: number | null, least: number, most: number) =>
    value === null || (Number.isInteger(value) && value >= least && value <= most);
  const texts = statements.map((statement) => statement.trim());
  const areTexts =
    texts.length <= mostStatements &&
    texts.every((text) => text !== '' && [...text].length <= longestStatement);
  return [
    ...(isWithin(longestOverview, 1, longestLimit)
      ? []
      : [new Refusal('INVALID_REQUEST', `字数上限应是 1 至 ${longestLimit} 的整数。`, ['longestOverview'])]),
    ...(isWithin(mostLikeness, 1, 100)
      ? []
      : [new Refusal('INVALID_REQUEST', '雷同的限度应是 1 至 100 的整数（百分之几）。', ['mostLikeness'])]),
    ...(areTexts
      ? []
      : [
          new Refusal(
            'INVALID_REQUEST',
            `应写明的内容最多 ${mostStatements} 条，每条 1 至 ${longestStatement} 字。`,
            ['statements'],
          ),
        ]),
  ];
}
