import { inTransaction } from '../../../database/inTransaction.js';
import { transactionsOf } from '../../../database/transactionPlaces.js';
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
import { RunCancelled } from '../runs/RunCancelled.js';
import { nothingFound } from './nothingFound.js';
import { OneByOne, Overlap } from './Overlap.js';
import { addReports, noProgress, type RunProgress } from '../runs/runProgress.js';
import { updateProgress } from '../runs/runState.js';
import type { SentReport } from '../deciding/incomingReport.js';
import { SentReports } from '../deciding/sentReports.js';

/**
 * Batches that are filed at once: while the rows of one are written, the next is judged. The embedded database has one
 * session, and others wait for it too.
 */
const filedAtOnce = (database: DataSource): number => (transactionsOf(database) ? 3 : 1);

type ReadParts = readonly { readonly state: CollectionFileState; readonly part: ReportsPart }[];

interface Filing {
  /** Something else of the same request is refused already. */
  readonly othersRefused?: boolean;
  /** Told when the next batch may be begun. */
  readonly follow?: () => void;
  readonly signal?: AbortSignal | undefined;
}

const nothing = (): void => undefined;

/** Files the batches of a run and remembers how far it has come. */
export class CollectionRun {
  readonly #files: CollectionFileState[] = [];
  readonly #sent = new SentReports();
  /** Batches overlap, but for their ends: what they say of their files and of the run is said by one at a time. */
  readonly #ends = new OneByOne();
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
    const filing = new Overlap(filedAtOnce(this.database));
    try {
      for await (const part of file.parts) {
        // With the embedded database and a reader that is ahead, nothing waits for anything outside this process:
        // a cancel, a question about the progress, every other request must get their turn.
        await turn();
        signal?.throwIfAborted();
        if (part.kind === 'names') await this.#announce(file, part.names);
        else
          await filing.begin((follow) =>
            this.#file([{ state, part }], bytesBefore + part.bytesRead, { follow, signal }),
          );
      }
    } finally {
      await filing.end();
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
    await this.#file(gathered, this.begun.bytesTotal, { othersRefused });
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
    read: ReadParts,
    bytesRead: number,
    { othersRefused, follow, signal }: Filing = {},
  ): Promise<void> {
    const states = read.map(({ state }) => state);
    const firsts = read.map(({ state, part }) => state.claim(part.reports.length));
    // What the first of a file stores is pointed to by all that follow.
    const isFirst = states.some(({ reportCount }) => reportCount === 0);
    const otherSent = this.#sent.part();
    const sentBefore = otherSent.mark();
    let [asBefore, leave] = [nothing, nothing];
    const takeBack = (): void => {
      asBefore();
      leave();
      [asBefore, leave] = [nothing, nothing];
    };
    try {
      const filed = await this.#together(async (manager) => {
        sentBefore();
        takeBack();
        await this.#keepUploads(manager, read);
        const { reports, stored } = await fileReports(
          manager,
          { actor: this.actor, at: new Date() },
          {
            sent: sentReports(read),
            options: this.settings.options,
            otherSent,
            ...(othersRefused !== undefined && { othersRefused }),
            ...(follow && !isFirst && { onHeld: follow }),
          },
        );
        leave = await this.#ends.take();
        signal?.throwIfAborted();
        asBefore = this.#mark(states);
        this.#stored += stored;
        const furthest = Math.max(bytesRead, this.#progress.bytesRead);
        this.#progress = { ...addReports(this.#progress, reports), bytesRead: furthest };
        await this.#keepProgress(manager);
        let taken = 0;
        for (const [index, { state, part }] of read.entries()) {
          const own = reports.slice(taken, (taken += part.reports.length));
          state.add(part, own);
          await this.#keep(manager, state, firsts[index] ?? 0, own);
        }
        return reports;
      });
      asBefore = nothing;
      if (!this.#isComplete) this.#forget();
      await this.settings.onProgress?.({ ...this.#progress, run: this.begun.id, reports: filed });
    } finally {
      // What was stored stays; of what was not, nothing is remembered.
      takeBack();
    }
  }

  /** A trial stores nothing: what else is asked meanwhile need not wait for the end of its batch. */
  #together<Answer>(work: (manager: EntityManager) => Promise<Answer>): Promise<Answer> {
    const { database, settings } = this;
    return settings.options.dryRun ? work(database.manager) : inTransaction(database, work);
  }

  #mark(states: readonly CollectionFileState[]): () => void {
    const [progress, stored] = [this.#progress, this.#stored];
    const marks = states.map((each) => each.mark());
    return () => {
      [this.#progress, this.#stored] = [progress, stored];
      for (const asBefore of marks) asBefore();
    };
  }

  async #keepUploads(manager: EntityManager, read: ReadParts): Promise<void> {
    if (this.settings.options.dryRun) return;
    const fresh = read.filter(({ state, part }) => part.reports.length > 0 && state.reportCount === 0);
    await keepUploads(
      manager,
      this.begun.at,
      fresh.map(({ state }) => state.file),
    );
  }

  async #keepProgress(manager: EntityManager): Promise<void> {
    const { id } = this.begun;
    if (id !== null && !(await updateProgress(manager, id, this.#progress))) throw new RunCancelled();
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
  }
}

function sentReports(read: ReadParts): SentReport[] {
  return read.flatMap(({ state: { file }, part }) =>
    part.reports.map((draft) => ({
      draft,
      fileName: file.fileName,
      sha256: file.sha256,
      fileRefused: false,
    })),
  );
}
