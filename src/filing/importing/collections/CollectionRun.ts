import { inTransaction } from '../../../database/inTransaction.js';
import { setImmediate as turn } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { ImportReport } from '../../../../entities/importing/ImportReport.js';
import type { ReportName, ReportsPart } from '../../../../importers/collection/collectionPart.js';
import { isError, problem } from '../../../problems/problem.js';
import type { Actor } from '../../access/actor.js';
import { announceReports } from './announceReports.js';
import { CollectionFileState, keepFile } from './CollectionFileState.js';
import { answeredReports, type CollectionOutcome } from './collectionOutcome.js';
import { fileReports } from '../fileReports.js';
import { gatherReports } from './gatherReports.js';
import type { BegunRun, CollectionFile, CollectionFiles, CollectionSettings } from './collectionFile.js';
import type { ImportOptions } from '../deciding/importOptions.js';
import type { ReportOutcome } from '../importOutcome.js';
import { insertRows } from '../../insertRows.js';
import { reportRows } from '../runs/keepRun.js';
import { keepUploads } from '../runs/keepUploads.js';
import { nothingFound } from './nothingFound.js';
import { addReports, noProgress, type RunProgress } from '../runs/runProgress.js';
import { isRunning, updateProgress } from '../runs/runState.js';
import { SentReports } from '../deciding/sentReports.js';

/** Somebody has cancelled the run through the database. */
export class RunCancelled extends Error {}

/** Files the batches of a run one after another and remembers how far it has come. */
export class CollectionRun {
  readonly #files: CollectionFileState[] = [];
  readonly #sent = new SentReports();
  #progress: RunProgress;
  #stored = 0;

  constructor(
    private readonly database: DataSource,
    private readonly actor: Actor,
    private readonly begun: BegunRun,
    private readonly settings: {
      readonly options: ImportOptions;
      readonly onProgress: CollectionSettings['onProgress'];
    },
  ) {
    this.#progress = { ...noProgress, bytesTotal: begun.bytesTotal };
  }

  async importFile(file: CollectionFile, signal: AbortSignal | undefined): Promise<void> {
    const state = new CollectionFileState(file, this.#files.length);
    const bytesBefore = this.#progress.bytesRead;
    this.#files.push(state);
    for await (const part of file.parts) {
      // With the embedded database and a reader that is ahead, nothing waits for anything outside this process:
      // a cancel, a question about the progress, every other request must get their turn.
      await turn();
      signal?.throwIfAborted();
      if (part.kind === 'names') await this.#announce(file, part.names);
      else await this.#file([{ state, part }], bytesBefore + part.bytesRead);
    }
    if (state.isEmpty)
      await this.#file([{ state, part: nothingFound(file) }], bytesBefore + file.bytes.byteLength);
  }

  /** Files everything in one transaction: it is stored as a whole or not at all. */
  async importTogether(files: CollectionFiles, signal: AbortSignal | undefined): Promise<void> {
    const gathered: { state: CollectionFileState; part: ReportsPart }[] = [];
    for await (const file of files) {
      signal?.throwIfAborted();
      const state = new CollectionFileState(file, this.#files.length);
      this.#files.push(state);
      const read = await gatherReports(file.parts, (names) => this.#announce(file, names));
      const isEmpty = read.reports.length === 0 && !read.problems.some(isError);
      gathered.push({ state, part: isEmpty ? nothingFound(file) : read });
    }
    const othersRefused = gathered.some(({ part }) => part.problems.some(isError));
    await this.#file(gathered, this.begun.bytesTotal, othersRefused);
  }

  /** Says in the file that was being read how much of it is stored. */
  async markCancelled(): Promise<void> {
    const state = this.#files.at(-1);
    const { reportsRead, reportsStored, reportsUnchanged } = this.#progress;
    const message = `导入已取消：读了 ${reportsRead} 份，其中存入 ${reportsStored} 份、没有改动 ${reportsUnchanged} 份，都仍然有效；其余的没有导入。`;
    state?.addProblems([problem('IMPORT_CANCELLED', message)]);
    const { id } = this.begun;
    if (state && id !== null) await inTransaction(this.database, (manager) => keepFile(manager, id, state));
  }

  outcome(status: CollectionOutcome['status']): CollectionOutcome {
    return {
      run: this.begun.id,
      at: this.begun.at,
      status,
      progress: this.#progress,
      files: this.#files.map((state) => state.outcome()),
      complete: this.#isComplete,
    };
  }

  /** Whether nothing came of it: each version and each explanation that is stored has its audit entry. */
  get isIdle(): boolean {
    return this.#stored === 0;
  }

  get #isComplete(): boolean {
    return this.#progress.reportsRead <= answeredReports;
  }

  /** Of a dry run no rows are kept in which the refused reports could be looked up. */
  #forget(): void {
    const refusedKept = this.settings.options.dryRun ? Math.floor(answeredReports / this.#files.length) : 0;
    for (const file of this.#files) file.forget(refusedKept);
  }

  #announce({ fileName }: CollectionFile, names: readonly ReportName[]): Promise<void> {
    const { options } = this.settings;
    const asked = { sent: this.#sent, file: { fileName, names }, options };
    return announceReports(this.database.manager, this.actor, asked);
  }

  async #file(
    read: readonly { readonly state: CollectionFileState; readonly part: ReportsPart }[],
    bytesRead: number,
    othersRefused = false,
  ): Promise<void> {
    const asBefore = this.#mark(read.map(({ state }) => state));
    const filed = await inTransaction(this.database, async (manager) => {
      asBefore();
      await this.#checkRunning(manager);
      await this.#keepUploads(manager, read);
      const sent = read.flatMap(({ state: { file }, part }) =>
        part.reports.map((draft) => ({
          draft,
          fileName: file.fileName,
          sha256: file.sha256,
          fileRefused: false,
        })),
      );
      const { actor } = this;
      const { options } = this.settings;
      const { reports: all, stored } = await fileReports(
        manager,
        { actor, at: new Date() },
        { sent, options, othersRefused, otherSent: this.#sent },
      );
      this.#stored += stored;
      this.#progress = { ...addReports(this.#progress, all), bytesRead };
      let taken = 0;
      for (const { state, part } of read) {
        const reports = all.slice(taken, (taken += part.reports.length));
        const first = state.reportCount;
        state.add(part, reports);
        await this.#keep(manager, state, first, reports);
      }
      return all;
    });
    if (!this.#isComplete) this.#forget();
    await this.settings.onProgress?.({ ...this.#progress, run: this.begun.id, reports: filed });
  }

  #mark(states: readonly CollectionFileState[]): () => void {
    const [progress, stored] = [this.#progress, this.#stored];
    const marks = [this.#sent, ...states].map((each) => each.mark());
    return () => {
      [this.#progress, this.#stored] = [progress, stored];
      for (const asBefore of marks) asBefore();
    };
  }

  async #keepUploads(
    manager: EntityManager,
    read: readonly { readonly state: CollectionFileState; readonly part: ReportsPart }[],
  ): Promise<void> {
    if (this.settings.options.dryRun) return;
    const fresh = read.filter(({ state, part }) => part.reports.length > 0 && state.reportCount === 0);
    await keepUploads(
      manager,
      this.begun.at,
      fresh.map(({ state }) => state.file),
    );
  }

  async #checkRunning(manager: EntityManager): Promise<void> {
    const { id } = this.begun;
    if (id !== null && !(await isRunning(manager, id))) throw new RunCancelled();
  }

  async #keep(
    manager: EntityManager,
    state: CollectionFileState,
    first: number,
    reports: readonly ReportOutcome[],
  ): Promise<void> {
    const { id } = this.begun;
    if (id === null) return;
    await keepFile(manager, id, state);
    await insertRows(manager, ImportReport, reportRows(state.id, first, reports));
    await updateProgress(manager, id, this.#progress);
  }
}
