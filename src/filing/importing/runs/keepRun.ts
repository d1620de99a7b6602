import type { EntityManager } from 'typeorm';
import { ImportFile } from '../../../../entities/importing/ImportFile.js';
import { ImportReport } from '../../../../entities/importing/ImportReport.js';
import { ImportRun } from '../../../../entities/importing/ImportRun.js';
import type { FileBytes } from '../../../../importers/files/fileBytes.js';
import type { Actor } from '../../access/actor.js';
import type { ImportOptions } from '../deciding/importOptions.js';
import type { FileOutcome, ReportOutcome } from '../importOutcome.js';
import { insertRows } from '../../insertRows.js';
import { countReports, noProgress } from './runProgress.js';
import type { Id } from '../../../brands/brands.js';
import { newId } from '../../newId.js';

/** Keeps what became of an upload that was filed in one go. */
export async function keepRun(
  manager: EntityManager,
  actor: Actor,
  {
    at,
    options,
    files,
  }: {
    readonly at: Date;
    readonly options: ImportOptions;
    readonly files: readonly { readonly outcome: FileOutcome; readonly bytes: FileBytes }[];
  },
): Promise<Id<'Run'>> {
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  const counts = countReports(files.flatMap(({ outcome }) => outcome.reports));
  const run = newRun(actor, at, options, { ...counts, bytesTotal: bytes, bytesRead: bytes });
  await insertRows(manager, ImportRun, [{ ...run, status: 'DONE' }]);
  const rows = files.map(({ outcome }, position) => fileRow(run.id, position, outcome));
  await insertRows(manager, ImportFile, rows);
  await insertRows(
    manager,
    ImportReport,
    files.flatMap(({ outcome }, index) => reportRows(rows[index]!.id, 0, outcome.reports)),
  );
  return run.id;
}

export function newRun(
  actor: Actor,
  at: Date,
  options: ImportOptions | ImportRun['options'],
  progress = noProgress,
): ImportRun {
  return {
    id: newId(),
    at,
    actor: actor.name,
    options: { ...options },
    changedAt: at,
    seenAt: null,
    cancelledBy: null,
    casesRead: null,
    casesStored: null,
    ...progress,
    status: 'RUNNING',
  };
}

function fileRow(
  runId: Id<'Run'>,
  position: number,
  outcome: Omit<FileOutcome, 'version' | 'diff'>,
): ImportFile {
  return {
    id: newId(),
    runId,
    position,
    fileName: outcome.file,
    sha256: outcome.reports.length > 0 ? outcome.sha256 : null,
    format: outcome.format,
    encoding: outcome.encoding,
    status: outcome.status,
    problems: [...outcome.problems],
  };
}

/** The rows of reports of a file, counted on from those it has already. */
export function reportRows(
  fileId: Id<'File'>,
  first: number,
  reports: readonly ReportOutcome[],
): ImportReport[] {
  return reports.map((report, index) => ({
    fileId,
    position: first + index,
    form: report.form,
    year: report.year,
    agency: report.agencyCode,
    agencyName: report.agency,
    place: report.at ?? null,
    status: report.status,
    version: report.version,
    problems: [...report.problems],
    findings: [...report.findings],
    diff: [...report.diff],
  }));
}
