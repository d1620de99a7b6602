import { inTransaction } from '../database/inTransaction.js';
import { sha256 } from '../filing/sha256.js';
import type { DataSource } from 'typeorm';
import { importReports } from '../filing/importing/importReports.js';
import type { FileOutcome } from '../filing/importing/importOutcome.js';
import type { ImportedFile, ImportOptions } from '../filing/importing/deciding/importOptions.js';
import { problem } from '../problems/problem.js';
import { commandLineActor } from './withDatabase.js';
import type { ReadFile } from './readInOrder.js';

/** `agency year` of each report of this command that has been dealt with, and the file it came in. */
type Seen = Map<string, string>;

/** Files some files of a command in one transaction. A report that an earlier batch already had is refused. */
export async function storeFiles(
  database: DataSource,
  files: readonly ReadFile[],
  options: ImportOptions,
  seen: Seen,
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
    const { twice } = error;
    const refused = sent.map((file, index) => refuseTwice(file, twice.get(index)));
    outcomes = await inTransaction(
      database,
      async (manager) => (await importReports(manager, commandLineActor, refused, options)).files,
    );
  }
  for (const outcome of outcomes)
    for (const name of namesOf(outcome)) if (!seen.has(name)) seen.set(name, outcome.file);
  return outcomes;
}

/** Undoes the batch when it holds a report again that another batch of the same command has filed. */
class SeenBefore extends Error {
  constructor(readonly twice: ReadonlyMap<number, string>) {
    super('a report stands twice in one import');
  }
}

function storeUnlessSeen(
  database: DataSource,
  files: readonly ImportedFile[],
  options: ImportOptions,
  seen: Seen,
): Promise<readonly FileOutcome[]> {
  return inTransaction(database, async (manager) => {
    const { files: outcomes } = await importReports(manager, commandLineActor, files, options);
    const twice = new Map<number, string>();
    for (const [index, outcome] of outcomes.entries())
      for (const name of namesOf(outcome)) {
        const earlier = seen.get(name);
        if (earlier !== undefined) twice.set(index, earlier);
      }
    if (twice.size > 0) throw new SeenBefore(twice);
    return outcomes;
  });
}

function namesOf({ reports }: FileOutcome): string[] {
  return reports.flatMap(({ agencyCode, year, status }) =>
    agencyCode === null || year === null || status === 'REJECTED' ? [] : [`${agencyCode} ${year}`],
  );
}

function refuseTwice(file: ImportedFile, earlier: string | undefined): ImportedFile {
  if (earlier === undefined) return file;
  const message = `同一机关同一年度的报告在这次导入中已有一份：${earlier}。请只保留正确的一份。`;
  const problems = [...file.draft.problems, problem('DUPLICATE_REPORT', message)];
  return { ...file, draft: { ...file.draft, problems } };
}
