import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ImportFile } from '../../entities/ImportFile.js';
import { ImportRun } from '../../entities/ImportRun.js';
import { isError } from '../problem.js';
import { fileReports } from './fileReports.js';
import type { ImportedFile, ImportOptions } from './importOptions.js';
import type { FileOutcome, ImportOutcome, ImportStatus, ReportOutcome } from './importOutcome.js';
import { insertRows } from './insertRows.js';
import { keepUploads } from './keepUploads.js';

/**
 * Files the reports of up to some hundred uploads, in a fixed number of statements however many they are.
 * What is refused is told with the reason and blocks nothing else. A dry run answers the same and stores
 * nothing.
 */
export async function importReports(
  manager: EntityManager,
  actor: string,
  files: readonly ImportedFile[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  const at = new Date();
  const readable = files.filter(({ draft }) => draft.reports.length > 0);
  if (!options.dryRun) await keepUploads(manager, at, readable);
  const sent = files.flatMap((file) =>
    file.draft.reports.map((draft) => ({
      ...{ draft, fileName: file.fileName, sha256: file.sha256, fileRefused: isRefused(file, options) },
    })),
  );
  const othersRefused = files.some(({ draft }) => draft.reports.length === 0 || draft.problems.some(isError));
  const reports = await fileReports(manager, actor, at, sent, options, othersRefused);
  const outcomes = files.map((file) => fileOutcome(file, reports.splice(0, file.draft.reports.length)));
  const run = options.dryRun ? null : await keepRun(manager, actor, at, options, outcomes);
  return { run, at, files: outcomes };
}

/** In a collection an error of the file is one sheet's: the other sheets are filed. */
function isRefused({ draft }: ImportedFile, { layout }: ImportOptions): boolean {
  return layout === 'report' && draft.problems.some(isError);
}

const worstFirst: readonly ImportStatus[] = ['REJECTED', 'STORED', 'DRY_RUN', 'UNCHANGED'];

function fileOutcome(
  { fileName, sha256, draft }: ImportedFile,
  reports: readonly ReportOutcome[],
): FileOutcome {
  const [first] = reports;
  const refused = !first || draft.problems.some(isError);
  return {
    ...{ file: fileName, format: draft.format, encoding: draft.encoding, problems: draft.problems, reports },
    status: refused
      ? 'REJECTED'
      : (worstFirst.find((status) => reports.some((report) => report.status === status)) ?? 'REJECTED'),
    sha256,
    version: first?.version ?? null,
    diff: first?.diff ?? [],
  };
}

async function keepRun(
  manager: EntityManager,
  actor: string,
  at: Date,
  options: ImportOptions,
  outcomes: readonly FileOutcome[],
): Promise<string> {
  const id = randomUUID();
  await insertRows(manager, ImportRun, [{ id, at, actor, options: { ...options } }]);
  await insertRows(
    manager,
    ImportFile,
    outcomes.map((outcome, position) => ({
      ...{ id: randomUUID(), runId: id, position, fileName: outcome.file },
      sha256: outcome.reports.length > 0 ? outcome.sha256 : null,
      ...{ format: outcome.format, encoding: outcome.encoding, status: outcome.status },
      problems: [...outcome.problems],
      reports: outcome.reports.map((report) => ({
        ...{ form: report.form, year: report.year, agency: report.agencyCode, agencyName: report.agency },
        ...{ status: report.status, version: report.version, problems: report.problems },
        ...{ findings: report.findings, diff: report.diff },
      })),
    })),
  );
  return id;
}
