import type { EntityManager } from 'typeorm';
import type { DraftSection, ReportDraft } from '../../importers/draft.js';
import { cellsOf, findCell, valueAt, type CellKey } from '../cells.js';
import type { Form } from '../forms/form.js';
import type { Actor } from './actor.js';
import { checkDraft, type ReportDocument } from './checkDocument.js';
import { currentReports, lockAgencies, ReportIndex, type CurrentReport } from './currentReports.js';
import { decideImports, type Decision } from './decideImports.js';
import type { ImportOptions } from './importOptions.js';
import type { ReportOutcome } from './importOutcome.js';
import { incomingReport, ownerOf, type IncomingReport, type SentReport } from './incomingReport.js';
import { resolveAgencies, type AgencyNames } from './resolveAgency.js';
import { SentReports } from './sentReports.js';
import { storeVersions, type NewVersion } from './storeVersions.js';

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
  const judged = judge(decisions, reports, options);
  const versions = judged.flatMap((report) => newVersions(report, options));
  const stored = await storeVersions(manager, actor, at, versions, reports);
  const numberOf = new Map(versions.map((version, index) => [version.document, stored[index]?.number]));
  return judged.map(({ decision, document }) => ({
    ...document,
    agencyCode: decision.owner?.agency.code ?? null,
    status: decision.status,
    version: numberOf.get(document) ?? decision.current?.version ?? null,
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

interface Judged {
  readonly decision: Decision;
  readonly document: ReportDocument;
}

function judge(
  decisions: readonly Decision[],
  reports: ReportIndex<CurrentReport>,
  options: ImportOptions,
): Judged[] {
  const accepted = new ReportIndex(
    decisions.flatMap(({ status, owner, incoming: { form, values } }) =>
      owner && (status === 'STORED' || status === 'DRY_RUN')
        ? [{ agencyId: owner.agency.id, year: owner.year, form, values }]
        : [],
    ),
  );
  return decisions.map((decision) => {
    const { draft, year } = decision.incoming;
    const agencyId = decision.owner?.agency.id ?? '';
    const before = (year ?? 0) - 1;
    const lastYear = accepted.get(agencyId, before) ?? reports.get(agencyId, before);
    const document = checkDraft(draft, { year: options.year, agency: options.agency }, lastYear);
    return { decision, document: { ...document, problems: decision.problems } };
  });
}

function newVersions(
  { decision, document }: Judged,
  options: ImportOptions,
): (NewVersion & { document: ReportDocument })[] {
  const { incoming, owner, current, diff, status } = decision;
  if (status !== 'STORED' || !owner) return [];
  const { form, values, draft, sha256, fileName } = incoming;
  const cells = cellsOf(form).map(({ key }) => draft.cells[key]);
  return [
    {
      document,
      agencyId: owner.agency.id,
      year: owner.year,
      current,
      form,
      values,
      diff,
      raws: cells.map((cell) => cell?.raw ?? null),
      places: cells.map((cell) => cell?.at ?? null),
      correctedCells: current ? correctionsKept(incoming, current) : [],
      sections: mergeSections(form, current?.sections ?? [], draft.sections),
      headings: null,
      datedOn: null,
      problems: draft.problems,
      origin: sha256 === null ? 'API' : 'IMPORT',
      uploadSha256: sha256,
      blanksAreZero: options.blanksAreZero,
      errorPolicy: options.errorPolicy,
      findings: document.findings,
      action: 'REPORT_IMPORTED',
      reason: null,
      details: {
        fileName,
        sha256,
        blanksAreZero: options.blanksAreZero,
        errorPolicy: options.errorPolicy,
        overwriteCorrections: options.overwriteCorrections,
      },
    },
  ];
}

/** A cell stays corrected while it has the corrected value: an older file sent later must not undo it unseen. */
function correctionsKept(incoming: IncomingReport, current: CurrentReport): CellKey[] {
  return current.correctedCells.filter(
    (key) =>
      findCell(incoming.form, key) &&
      valueAt(incoming.form, incoming.values, key) === valueAt(current.form, current.values, key),
  );
}

/** A workbook has the tables only: prose that is known stays until other prose comes. */
function mergeSections(
  form: Form,
  known: readonly DraftSection[],
  given: readonly DraftSection[],
): DraftSection[] {
  const byId = new Map([...known, ...given].map((section) => [section.id, section]));
  return form.sections.flatMap(({ id }) => byId.get(id) ?? []);
}
