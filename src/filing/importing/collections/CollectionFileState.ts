import type { ImportStatus } from '../../../words/importStatuses.js';
import type { EntityManager } from 'typeorm';
import { ImportFile } from '../../../../entities/importing/ImportFile.js';
import type { ReportsPart } from '../../../../importers/collection/collectionPart.js';
import { isError, type Problem } from '../../../problems/problem.js';
import type { CollectionFile } from './collectionFile.js';
import { worstStatus, type FileOutcome, type ReportOutcome } from '../importOutcome.js';
import { insertRows } from '../../insertRows.js';
import { toJson } from '../../storable.js';
import type { Id } from '../../../brands/brands.js';
import { newId } from '../../newId.js';

/** More than anybody mends in one go. */
const mostProblems = 1_000;

/** What is known of a file of a collection while its reports are filed. */
export class CollectionFileState {
  readonly id = newId<'File'>();
  /** Those that are filed. */
  reportCount = 0;
  /** What its row says; null before there is one. */
  kept: string | null = null;
  #claimed = 0;
  #problems: Problem[] = [];
  #problemsLeftOut = 0;
  #statuses = new Set<ImportStatus>();
  #reports: ReportOutcome[] = [];
  #first: ReportOutcome | null = null;
  #format: FileOutcome['format'] = null;
  #encoding: FileOutcome['encoding'] = null;

  constructor(
    readonly file: CollectionFile,
    readonly position: number,
  ) {}

  /** The place of the first of so many reports that are to be filed, in the order in which they were read. */
  claim(count: number): number {
    this.#claimed += count;
    return this.#claimed - count;
  }

  /** Gives what makes everything as it is now: a transaction that is begun again is told of nothing that it did before. */
  mark(): () => void {
    const { reportCount, kept } = this;
    const [problems, leftOut, statuses] = [[...this.#problems], this.#problemsLeftOut, [...this.#statuses]];
    const [reports, first, format, encoding] = [
      [...this.#reports],
      this.#first,
      this.#format,
      this.#encoding,
    ];
    return () => {
      Object.assign(this, { reportCount, kept });
      [this.#problems, this.#problemsLeftOut, this.#statuses] = [[...problems], leftOut, new Set(statuses)];
      [this.#reports, this.#first, this.#format, this.#encoding] = [[...reports], first, format, encoding];
    };
  }

  /** Nothing came of it, not even a fault. */
  get isEmpty(): boolean {
    return this.reportCount === 0 && !this.#problems.some(isError);
  }

  add(part: ReportsPart, reports: readonly ReportOutcome[]): void {
    this.addProblems(part.problems);
    this.#format ??= part.format;
    this.#encoding ??= part.encoding;
    this.#first ??= reports[0] ?? null;
    this.reportCount += reports.length;
    for (const { status } of reports) this.#statuses.add(status);
    this.#reports.push(...reports);
  }

  addProblems(problems: readonly Problem[]): void {
    const room = mostProblems - this.#problems.length;
    this.#problems.push(...problems.slice(0, room));
    this.#problemsLeftOut += Math.max(0, problems.length - room);
  }

  /** There are more reports than an answer can hold: only so many of the refused ones are kept. */
  forget(refusedKept: number): void {
    const refused = this.#reports.filter(({ status }) => status === 'REJECTED');
    this.#reports = refused.slice(0, refusedKept);
  }

  outcome(): FileOutcome & { reportCount: number } {
    const { file } = this;
    const refused = this.reportCount === 0 || this.#problems.some(isError);
    return {
      file: file.fileName,
      format: this.#format,
      encoding: this.#encoding,
      problems: this.#shownProblems(),
      reports: this.#reports,
      status: refused ? 'REJECTED' : worstStatus([...this.#statuses]),
      sha256: file.sha256,
      reportCount: this.reportCount,
      version: this.#first?.version ?? null,
      diff: this.#first?.diff ?? [],
    };
  }

  #shownProblems(): Problem[] {
    const last = this.#problems.at(-1);
    if (!last || this.#problemsLeftOut === 0) return [...this.#problems];
    const message = `另有 ${this.#problemsLeftOut} 个问题没有列出。请先改正以上问题后重新上传。`;
    return [...this.#problems, { code: last.code, severity: last.severity, message }];
  }
}

/** Keeps what is known of a file so far. */
export async function keepFile(
  manager: EntityManager,
  runId: Id<'Run'>,
  state: CollectionFileState,
): Promise<void> {
  const { status, format, encoding, problems, file, sha256 } = state.outcome();
  const kept = state.reportCount > 0 ? sha256 : null;
  const { id, position } = state;
  const said = toJson([status, format, encoding, kept, problems]);
  if (state.kept === said) return;
  if (state.kept !== null)
    await manager.query(
      `UPDATE import_file SET status = $2, format = $3, encoding = $4, sha256 = $5, problems = $6::jsonb
       WHERE id = $1`,
      [id, status, format, encoding, kept, toJson(problems)],
    );
  else
    await insertRows(manager, ImportFile, [
      {
        id,
        runId,
        position,
        fileName: file,
        sha256: kept,
        format,
        encoding,
        status,
        problems: [...problems],
      },
    ]);
  state.kept = said;
}
