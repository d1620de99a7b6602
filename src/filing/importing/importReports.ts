import type { EntityManager } from 'typeorm';
import { isError } from '../../problems/problem.js';
import type { Actor } from '../access/actor.js';
import { auditIdleRun } from './runs/auditRun.js';
import { fileReports } from './fileReports.js';
import type { ImportedFile, ImportOptions } from './deciding/importOptions.js';
import { worstStatus, type FileOutcome, type ImportOutcome, type ReportOutcome } from './importOutcome.js';
import { keepRun } from './runs/keepRun.js';
import { keepUploads } from './runs/keepUploads.js';

/**
 * Files the reports of up to some hundred uploads, in a fixed number of statements however many they are.
 * What is refused is told with the reason and blocks nothing else. A dry run answers the same and stores
 * nothing.
 */
export async function importReports(
  manager: EntityManager,
  actor: Actor,
  files: readonly ImportedFile[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  const at = new Date();
  const readable = files.filter(({ draft }) => draft.reports.length > 0);
  if (!options.dryRun) await keepUploads(manager, at, readable);
  const sent = files.flatMap((file) =>
    file.draft.reports.map((draft) => ({
      draft,
      fileName: file.fileName,
      sha256: file.sha256,
      fileRefused: isRefused(file, options),
    })),
  );
  const othersRefused = files.some(({ draft }) => draft.reports.length === 0 || draft.problems.some(isError));
  const filed = await fileReports(manager, { actor, at }, { sent, options, othersRefused });
  const reports = [...filed.reports];
  const outcomes = files.map((file) => fileOutcome(file, reports.splice(0, file.draft.reports.length)));
  const kept = files.map(({ bytes }, index) => ({ bytes, outcome: outcomes[index]! }));
  const run = options.dryRun ? null : await keepRun(manager, actor, { at, options, files: kept });
  if (run !== null && filed.stored === 0) await auditIdleRun(manager, actor, { at, run, files: outcomes });
  return { run, at, files: outcomes };
}

/** In a collection an error of the file is one sheet's: the other sheets are filed. */
function isRefused({ draft }: ImportedFile, { layout }: ImportOptions): boolean {
  return layout === 'report' && draft.problems.some(isError);
}

function fileOutcome(
  { fileName, sha256, draft }: ImportedFile,
  reports: readonly ReportOutcome[],
): FileOutcome {
  const [first] = reports;
  const refused = !first || draft.problems.some(isError);
  return {
    file: fileName,
    format: draft.format,
    encoding: draft.encoding,
    problems: draft.problems,
    reports,
    status: refused ? 'REJECTED' : worstStatus(reports.map(({ status }) => status)),
    sha256,
    version: first?.version ?? null,
    diff: first?.diff ?? [],
  };
}
