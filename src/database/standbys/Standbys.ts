import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { hostsOf } from '../hostsOf.js';
import { usualServer, type ServerSettings } from '../ServerSettings.js';
import { beginWrites, lastWriteOf, noteWrite } from './lastWrites.js';
import { Standby } from './Standby.js';
import { walPosition } from './walPosition.js';

export interface StandbySettings {
  /** postgres://…, with one host or several: each is a hot standby of the primary. */
  readonly url: string;
  /** How far behind the primary a standby may be that is still read from. */
  readonly lagSeconds: number;
  /** How it is used, where it differs from the usual. */
  readonly server?: Partial<Omit<ServerSettings, 'url'>>;
}

const everyMilliseconds = 250;

/** The hot standbys of a primary. What is lost or lags is left out, and comes back by itself. */
export class Standbys {
  readonly #closing = new AbortController();
  readonly #watching: Promise<void>;
  #turn = 0;

  private constructor(
    private readonly primary: DataSource,
    private readonly standbys: readonly Standby[],
  ) {
    this.#watching = this.#watch();
  }

  /** On a primary whose tables are up to date. */
  static async open(primary: DataSource, { url, lagSeconds, server }: StandbySettings): Promise<Standbys> {
    const standbys = await Promise.all(
      hostsOf(url).map((host) =>
        Standby.open(primary, { ...usualServer, ...server, url: host }, lagSeconds * 1000),
      ),
    );
    // What is there as this process begins, its tables above all, is there on every standby that it reads from.
    await beginWrites(primary.manager);
    return new Standbys(primary, standbys);
  }

  /** Something was changed, and all of it is committed. */
  async note(actor: string): Promise<void> {
    await noteWrite(this.primary.manager, actor);
  }

  /** A standby that shows all that this actor has written; null where there is none. */
  async managerFor(actor: string): Promise<EntityManager | null> {
    const position = await lastWriteOf(this.primary.manager, actor);
    if (position === null) return null;
    const fit = this.standbys.filter((standby) => standby.isFit(position));
    this.#turn += 1;
    return fit[this.#turn % fit.length]?.dataSource.manager ?? null;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#watching;
    await Promise.all(this.standbys.map((standby) => standby.close()));
  }

  async #watch(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await this.#look();
      await pause(everyMilliseconds, undefined, { signal }).catch(() => undefined);
    }
  }

  async #look(): Promise<void> {
    const at = performance.now();
    // Without the primary nobody can be let in; nor is it known then how far behind a standby is.
    const position = await this.#position().catch(() => null);
    if (position !== null) for (const { progress } of this.standbys) progress.mark(position, at);
    await Promise.all(this.standbys.map((standby) => standby.look()));
  }

  async #position(): Promise<bigint | null> {
    const [found] = await this.primary.query<{ position: string; known: boolean }[]>(
      `SELECT ${walPosition('pg_current_wal_lsn()')} AS position,
         EXISTS (SELECT FROM last_write WHERE actor = '') AS known`,
    );
    // Another primary, or one that crashed, has forgotten who wrote what.
    if (found && !found.known) await beginWrites(this.primary.manager);
    return found ? BigInt(found.position) : null;
  }
}
