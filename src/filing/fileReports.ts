import type { EntityManager } from 'typeorm';
import type { ReportDraft } from '../../importers/draft.js';
import type { Actor } from './actor.js';
import { currentReports, lockAgencies } from './currentReports.js';
import { decideImports } from './decideImports.js';
import { importExplanations } from './importExplanations.js';
import type { ImportOptions } from './importOptions.js';
import type { ReportOutcome } from './importOutcome.js';
import { incomingReport, ownerOf, type IncomingReport, type SentReport } from './incomingReport.js';
import { judgeDecisions } from './judgeDecisions.js';
import { newVersions } from './newVersions.js';
import { resolveAgencies, type AgencyNames } from './resolveAgency.js';
import { childrenOf } from './rollUp/childrenOf.js';
import { SentReports } from './sentReports.js';
import { storeVersions } from './storeVersions.js';

/**
 * Files any number of reports in a fixed number of statements: finds their agencies, decides on each,
 * checks each against the year before (also when that comes in the same request) and stores what is new.
 */
export async function fileReports(
  manager: EntityManager,
  actor: Actor,
  at: Date,
  sent: readonly SentReport[],
  options: ImportOptions,
  /** Something else of the same request is refused already. */
  othersRefused = false,
  /** What else was sent in the same request, before or behind these. */
  otherSent = new SentReports(),
): Promise<ReportOutcome[]> {
  const incoming = await identify(manager, sent, options);
  const keys = incoming.flatMap((report) => {
    const owner = ownerOf(report);
    return owner ? [{ agencyId: owner.agency.id, year: owner.year }] : [];
  });
  const agencyIds = [...new Set(keys.map(({ agencyId }) => agencyId))];
  if (!options.dryRun) await lockAgencies(manager, agencyIds);
  const reports = await currentReports(manager, keys);
  const decisions = decideImports(incoming, reports, options, othersRefused, otherSent);
  const judged = judgeDecisions(decisions, reports, await childrenOf(manager, keys), options);
  const versions = judged.flatMap((report) => newVersions(report, options));
  const stored = await storeVersions(manager, actor, at, versions, reports);
  const storedOf = new Map(versions.map(({ document }, index) => [document, stored[index]!]));
  const refused = await importExplanations(manager, { actor, at }, judged, storedOf, options);
  return judged.map(({ decision, document }) => ({
    ...document,
    problems: [...document.problems, ...(refused.get(document) ?? [])],
    agencyCode: decision.owner?.agency.code ?? null,
    status: decision.status,
    version: storedOf.get(document)?.number ?? decision.current?.version ?? null,
    diff: decision.diff,
  }));
}

async function identify(
  manager: EntityManager,
  sent: readonly SentReport[],
  options: ImportOptions,
): Promise<IncomingReport[]> {
  const agencies = await resolveAgencies(
    manager,
    sent.map(({ draft }) => namesOf(draft, options)),
  );
  return sent.map((report, index) => incomingReport(report, agencies[index]!, options));
}

/** In a table with a column for codes and one for names, the code says which agency and the name must agree. */
export function namesOf(
  { agency, agencyCode }: Pick<ReportDraft, 'agency' | 'agencyCode'>,
  options: Pick<ImportOptions, 'agency'>,
): AgencyNames {
  return { asked: options.agency ?? agencyCode ?? null, printed: agency };
}
