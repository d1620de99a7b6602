import type { DataSource, EntityManager } from 'typeorm';
import { ImportRun } from '../../../entities/importing/ImportRun.js';
import type { Id } from '../../brands/brands.js';
import { inTransaction } from '../../database/inTransaction.js';
import type { Actor } from '../access/actor.js';
import { appendAudit } from '../audit/appendAudit.js';
import { RunCancelled } from '../importing/runs/RunCancelled.js';
import { aboutRun } from '../importing/runs/auditRun.js';
import { newRun } from '../importing/runs/keepRun.js';
import { beat } from '../importing/runs/lostRuns.js';
import { noProgress } from '../importing/runs/runProgress.js';
import { endRun } from '../importing/runs/runState.js';
import { insertRows } from '../insertRows.js';

/** How far an import has come: cases count once all are stored. */
export interface LedgerProgress {
  readonly casesRead: number;
  readonly casesStored: number;
}

/** What others may know of an import. */
export interface LedgerRunOptions {
  /** Its code. */
  readonly agency: string;
  readonly year: number;
  readonly form: string;
}

/** So often others are told how far it is, and a cancel is noticed. */
const everyMilliseconds = 500;

/**
 * The import of a ledger while it goes on: `importRun` says how far it is, `importCancel` calls it off. All its cases
 * are stored in one transaction that ends the run too, so that nothing of one that was called off is stored. Like a
 * collection it is therefore given the data source.
 */
export class LedgerRun {
  readonly #calling = new AbortController();
  /** Aborts when it is called off, by whoever sent it or by somebody else. */
  readonly signal: AbortSignal;
  #progress: LedgerProgress = { casesRead: 0, casesStored: 0 };
  #told = this.#progress;
  #timer: NodeJS.Timeout | undefined;
  #looking = Promise.resolve();

  private constructor(
    private readonly database: DataSource,
    private readonly actor: Actor,
    readonly id: Id<'Run'>,
    private readonly sender: AbortSignal | undefined,
  ) {
    this.signal = sender ? AbortSignal.any([sender, this.#calling.signal]) : this.#calling.signal;
    this.#lookLater();
  }

  static async begin(
    database: DataSource,
    actor: Actor,
    {
      options,
      bytes,
      signal,
    }: {
      readonly options: LedgerRunOptions;
      readonly bytes: number;
      readonly signal?: AbortSignal | undefined;
    },
  ): Promise<LedgerRun> {
    const progress = { ...noProgress, bytesTotal: bytes };
    const row = {
      ...newRun(actor, new Date(), { layout: 'ledger', ...options }, progress),
      casesRead: 0,
      casesStored: 0,
    };
    await inTransaction(database, async (manager) => {
      await insertRows(manager, ImportRun, [row]);
      await beat(manager, row.id);
    });
    return new LedgerRun(database, actor, row.id, signal);
  }

  /** Is told how far it is. */
  progressed(progress: LedgerProgress): void {
    this.#progress = progress;
  }

  /** Ends it in the transaction that stores its cases; throws when somebody has called it off. */
  async store(manager: EntityManager): Promise<void> {
    await this.#note(manager);
    if (!(await endRun(manager, this.id, 'DONE'))) throw new RunCancelled();
  }

  /** Does the work of it, and says how it ended. null when somebody else called it off. */
  async during<Result>(work: () => Promise<Result>): Promise<Result | null> {
    try {
      return await work();
    } catch (error) {
      const isCalledOff = this.sender?.aborted === true;
      const isCancelled = error instanceof RunCancelled || this.#calling.signal.aborted;
      if (!isCancelled || isCalledOff) await this.#end(isCalledOff ? 'CANCELLED' : 'FAILED');
      if (!isCancelled || isCalledOff) throw error;
      return null;
    } finally {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      await this.#looking;
    }
  }

  async #end(status: 'CANCELLED' | 'FAILED'): Promise<void> {
    const by = status === 'CANCELLED' ? this.actor.name : null;
    await inTransaction(this.database, async (manager) => {
      if ((await endRun(manager, this.id, status, by)) && status === 'CANCELLED')
        await appendAudit(manager, this.actor, new Date(), [aboutRun('IMPORT_CANCELLED', this.id)]);
    });
  }

  #lookLater(): void {
    this.#timer = setTimeout(() => {
      this.#looking = this.#look()
        // Where the database is gone the import itself fails, and tells it.
        .catch(() => undefined)
        .finally(() => {
          if (this.#timer && !this.signal.aborted) this.#lookLater();
        });
    }, everyMilliseconds);
  }

  async #look(): Promise<void> {
    const manager = this.database.manager;
    if (this.#told !== this.#progress) await this.#note(manager);
    else await beat(manager, this.id);
    const run = await manager.findOne(ImportRun, {
      where: { id: this.id },
      select: { id: true, status: true },
    });
    if (run?.status === 'CANCELLED' || run?.status === 'FAILED') this.#calling.abort(new RunCancelled());
  }

  async #note(manager: EntityManager): Promise<void> {
    this.#told = this.#progress;
    const { casesRead, casesStored } = this.#told;
    await manager.query(
      `UPDATE import_run SET cases_read = $2, cases_stored = $3, changed_at = clock_timestamp(), seen_at = clock_timestamp()
       WHERE id = (SELECT id FROM import_run WHERE id = $1 AND status = 'RUNNING' FOR NO KEY UPDATE SKIP LOCKED)`,
      [this.id, casesRead, casesStored],
    );
  }
}
