import { inTransaction } from '../../database/inTransaction.js';
import { sha256 } from '../../filing/sha256.js';
import type { DataSource } from 'typeorm';
import { importReports } from '../../filing/importing/importReports.js';
import type { FileOutcome } from '../../filing/importing/importOutcome.js';
import type { ImportedFile, ImportOptions } from '../../filing/importing/deciding/importOptions.js';
import { sameReportProblem } from '../../filing/importing/deciding/sameReports.js';
import { problem, type Problem } from '../../problems/problem.js';
import type { FiledFile, SeenReports, SentAgain } from './seenReports.js';
import { commandLineActor } from '../withDatabase.js';
import type { ReadFile } from '../readInOrder.js';

/**
 * Files some files of a command in one transaction. A report that an earlier batch already had is refused;
 * in another format, with the same numbers, it is told and not filed again.
 */
export async function storeFiles(
  database: DataSource,
  files: readonly ReadFile[],
  options: ImportOptions,
  seen: SeenReports,
): Promise<readonly FileOutcome[]> {
  const sent = files.map(({ path, bytes, draft }): ImportedFile => ({
    fileName: path,
    bytes,
    sha256: sha256(bytes),
    draft,
  }));
  let outcomes: readonly FileOutcome[];
  try {
    outcomes = await storeUnlessSeen(database, sent, options, seen);
  } catch (error) {
    if (!(error instanceof SeenBefore)) throw error;
    const { again } = error;
    const told = sent.map((file, index) => tellAgain(file, again.get(index)));
    outcomes = await inTransaction(
      database,
      async (manager) => (await importReports(manager, commandLineActor, told, options)).files,
    );
  }
  for (const file of besideDrafts(sent, outcomes)) seen.add(file);
  return outcomes;
}

/** Undoes the batch when it holds a report again that another batch of the same command has filed. */
class SeenBefore extends Error {
  constructor(readonly again: ReadonlyMap<number, SentAgain>) {
    super('a report stands twice in one import');
  }
}

function storeUnlessSeen(
  database: DataSource,
  files: readonly ImportedFile[],
  options: ImportOptions,
  seen: SeenReports,
): Promise<readonly FileOutcome[]> {
  return inTransaction(database, async (manager) => {
    const { files: outcomes } = await importReports(manager, commandLineActor, files, options);
    const again = seen.sentAgain(besideDrafts(files, outcomes));
    if (again.size > 0) throw new SeenBefore(again);
    return outcomes;
  });
}

function besideDrafts(files: readonly ImportedFile[], outcomes: readonly FileOutcome[]): FiledFile[] {
  return outcomes.map((outcome, index) => ({ outcome, drafts: files[index]?.draft.reports ?? [] }));
}

function tellAgain(file: ImportedFile, again: SentAgain | undefined): ImportedFile {
  if (again === undefined) return file;
  const { earlier, isSame } = again;
  if (isSame) return withoutProse(file, sameReportProblem(earlier));
  const message = `同一机关同一年度的报告在这次导入中已有一份：${earlier}。请只保留正确的一份。`;
  const problems = [...file.draft.problems, problem('DUPLICATE_REPORT', message)];
  return { ...file, draft: { ...file.draft, problems } };
}

/** Its numbers are those that are filed; its prose, spaced as its format spaces it, would be a version of its own. */
function withoutProse(file: ImportedFile, told: Problem): ImportedFile {
  const reports = file.draft.reports.map((report) => ({
    ...report,
    sections: [],
    headings: [],
    datedOn: null,
    problems: [...report.problems, told],
  }));
  return { ...file, draft: { ...file.draft, reports } };
}
