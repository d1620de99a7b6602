import type { FileDraft, ReadOptions, ReportDraft } from '../draft/draft.js';
import type { Problem } from '../../src/problems/problem.js';
import { reportsAtOnce, type CollectionPart, type PackedPart, type ReportsPart } from './collectionPart.js';

/** Reads one file of an archive on its own, in a worker with its own limits. */
export type ReadOne = (bytes: Uint8Array, fileName: string, options: ReadOptions) => Promise<FileDraft>;

/** Files of an archive that are read ahead of the one in hand. */
const aheadFiles = 8;

/** Progress is shown at least this often, also where each file of an archive takes long. */
const longestWait = 2_000;

/** The parts of a collection, in which the files of an archive have been read like files sent alone. */
export async function* collect(
  parts: AsyncIterable<PackedPart>,
  readOne: ReadOne,
  options: ReadOptions,
): AsyncGenerator<CollectionPart> {
  const reading: Promise<ReportsPart>[] = [];
  const batch = new Batch();
  for await (const part of parts) {
    if (part.kind === 'file') {
      const read = readOne(part.bytes, part.name, { ...options, layout: 'report' });
      const drafted = read.then((draft) => partOf(part.name, draft, part.bytesRead));
      // Seen when its turn comes; until then a rejection must not end the process.
      drafted.catch(() => undefined);
      reading.push(drafted);
      if (reading.length >= aheadFiles) yield* batch.add(await reading.shift());
      continue;
    }
    // A table in an archive stands between its files: everything comes in the order of the archive.
    while (reading.length > 0) yield* batch.add(await reading.shift());
    yield* batch.rest();
    yield part;
  }
  while (reading.length > 0) yield* batch.add(await reading.shift());
  yield* batch.rest();
}

/** Gathers the reports of small files until there are enough to be stored together. */
class Batch {
  #parts: ReportsPart[] = [];
  #since = Date.now();

  *add(part: ReportsPart | undefined): Generator<ReportsPart> {
    if (part) this.#parts.push(part);
    const size = this.#parts.reduce(
      (sum, { reports, problems }) => sum + reports.length + problems.length,
      0,
    );
    if (size >= reportsAtOnce || Date.now() - this.#since > longestWait) yield* this.rest();
  }

  *rest(): Generator<ReportsPart> {
    const parts = this.#parts.splice(0);
    this.#since = Date.now();
    const last = parts.at(-1);
    if (last)
      yield {
        ...last,
        reports: parts.flatMap(({ reports }) => reports),
        problems: parts.flatMap(({ problems }) => problems),
      };
  }
}

function partOf(name: string, draft: FileDraft, bytesRead: number): ReportsPart {
  const problems = draft.problems.map((found) => ({
    ...placed(found, name),
    message: `${name}：${found.message}`,
  }));
  const reports = draft.reports.map((report) => placedReport(report, name));
  return { kind: 'reports', format: 'zip', encoding: null, reports, problems, bytesRead };
}

/** Addresses in a file of an archive begin with its name: `区县/某局.xlsx!年报!J12`. */
function placedReport(report: ReportDraft, name: string): ReportDraft {
  return {
    ...report,
    at: name,
    cells: Object.fromEntries(
      Object.entries(report.cells).map(([key, cell]) => [
        key,
        { ...cell, at: cell.at === null ? null : `${name}!${cell.at}` },
      ]),
    ),
    problems: report.problems.map((found) => placed(found, name)),
  };
}

function placed(found: Problem, name: string): Problem {
  return { ...found, at: found.at === undefined ? name : `${name}!${found.at}` };
}
