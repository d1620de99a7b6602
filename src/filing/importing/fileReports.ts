import { deadlinesOf } from '../reports/deadlinesOf.js';
import { requirementsOf } from '../reports/requirementsOf.js';
import type { EntityManager } from 'typeorm';
import type { ReportDraft } from '../../../importers/draft/draft.js';
import { problem } from '../../problems/problem.js';
import type { Actor } from '../access/actor.js';
import { currentReports, type ReportKey } from '../reports/currentReports.js';
import { lockAgencies } from '../agencies/lockAgencies.js';
import { decideImports } from './deciding/decideImports.js';
import { inTurns } from './inTurns.js';
import { importExplanations } from './importExplanations.js';
import type { ImportOptions } from './deciding/importOptions.js';
import type { ReportOutcome } from './importOutcome.js';
import { incomingReport, ownerOf, type IncomingReport, type SentReport } from './deciding/incomingReport.js';
import { judgeDecisions } from './deciding/judgeDecisions.js';
import { newVersions } from './deciding/newVersions.js';
import { reachRefusal } from '../access/reach.js';
import { resolveAgencies, type AgencyNames, type ResolvedAgency } from '../agencies/resolveAgency.js';
import { childrenOf } from '../judging/childrenOf.js';
import type { Asking } from '../judging/judgeToday.js';
import { SentReports } from './deciding/sentReports.js';
import { storeVersions } from '../judging/storeVersions.js';

export interface ReportsToFile {
  readonly sent: readonly SentReport[];
  readonly options: ImportOptions;
  /** Something else of the same request is refused already. */
  readonly othersRefused?: boolean;
  /** What else was sent in the same request, before or behind these. */
  readonly otherSent?: SentReports;
  /** Told when the agencies are held: what is filed after these waits for them where it must. */
  readonly onHeld?: () => void;
}

export interface FiledReports {
  /** What became of each, in the order sent. */
  readonly reports: readonly ReportOutcome[];
  /** How many versions and explanations were stored; each has its audit entry. */
  readonly stored: number;
}

/**
 * Files any number of reports in a fixed number of statements: finds their agencies, decides on each,
 * checks each against the year before (also when that comes in the same request) and stores what is new.
 */
export async function fileReports(
  manager: EntityManager,
  { actor, at }: Asking,
  { sent, options, othersRefused = false, otherSent = new SentReports(), onHeld }: ReportsToFile,
): Promise<FiledReports> {
  const incoming = await identify(manager, actor, sent, options);
  const keys = keysOf(incoming);
  const agencyIds = [...new Set(keys.map(({ agencyId }) => agencyId))];
  if (!options.dryRun) {
    await lockAgencies(manager, agencyIds);
    onHeld?.();
  }
  const known = await currentReports(manager, keys);
  const decisions = decideImports(incoming, known, { options, othersRefused, otherSent, today: at });
  const beside = {
    childrenOf: await childrenOf(manager, keys),
    requirementsOf: await requirementsOf(manager, keys),
    deadlineOf: await deadlinesOf(manager, keysOf(incoming.filter(({ draft }) => draft.publishedOn))),
  };
  const judged = await judgeDecisions(decisions, known, beside, options);
  const versions = judged.flatMap((report) => newVersions(report, options));
  const stored = await storeVersions(manager, actor, { at, versions, reports: known });
  const storedOf = new Map(versions.map(({ document }, index) => [document, stored[index]!]));
  const { problems, taken } = await importExplanations(
    manager,
    { actor, at },
    { judged, stored: storedOf, options },
  );
  const reports = judged.map(({ decision: { owner, status, current, diff }, document }) => {
    const { form, year, agency, at: place, findings } = document;
    return {
      form,
      year,
      agency,
      ...(place !== undefined && { at: place }),
      get cells() {
        return document.cells;
      },
      problems: [...document.problems, ...(problems.get(document) ?? [])],
      findings,
      get repairs() {
        return document.repairs;
      },
      agencyCode: owner?.agency.code ?? null,
      status,
      version: storedOf.get(document)?.number ?? current?.version ?? null,
      diff,
    };
  });
  return { reports, stored: versions.length + taken };
}

function keysOf(incoming: readonly IncomingReport[]): ReportKey[] {
  return incoming.flatMap((report) => {
    const owner = ownerOf(report);
    return owner ? [{ agencyId: owner.agency.id, year: owner.year }] : [];
  });
}

async function identify(
  manager: EntityManager,
  actor: Actor,
  sent: readonly SentReport[],
  options: ImportOptions,
): Promise<IncomingReport[]> {
  const agencies = await resolveAgencies(
    manager,
    actor,
    sent.map(({ draft }) => namesOf(draft, options)),
  );
  return inTurns(sent, (report, index) =>
    incomingReport(report, reachable(actor, agencies[index]!), options),
  );
}

/** An agency the actor may look at but not file for is a fault of the report. */
function reachable(actor: Actor, resolved: ResolvedAgency): ResolvedAgency {
  const refusal = 'agency' in resolved ? reachRefusal(actor, resolved.agency) : undefined;
  return refusal ? { problem: problem(refusal.code, refusal.message) } : resolved;
}

/** In a table with a column for codes and one for names, the code says which agency and the name must agree. */
export function namesOf(
  { agency, agencyCode }: Pick<ReportDraft, 'agency' | 'agencyCode'>,
  options: Pick<ImportOptions, 'agency'>,
): AgencyNames {
  return { asked: options.agency ?? agencyCode ?? null, printed: agency };
}
